import { Controller, Get, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import type { Actor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/errors.js';
import { type CodeRef, LISTING_KINDS, language, ListingDrafts, ListingViews, title } from '../../modules/listings/index.js';
import { OrganizationsQueries } from '../../modules/organizations/index.js';
import { TaxonomyService } from '../../modules/taxonomy/index.js';
import { Can, Public } from '../../platform/http/index.js';
import { formState, type FormState } from '../components/index.js';
import { CurrentReader, Form, FormInput, Page, type Reader, redirect, submitted } from '../page/index.js';
import { NewListingPage } from './new-listing.page.js';

const newQuery = z.object({
  kind: z.enum(LISTING_KINDS).optional().catch(undefined),
  /** For whom; the organization she acts for, unless a desk enters it on behalf. */
  organization: z.uuid().optional().catch(undefined),
  /** A listing that this one answers. */
  like: z.uuid().optional().catch(undefined),
});
type NewQuery = z.infer<typeof newQuery>;
const newListing = z.object({ kind: z.enum(LISTING_KINDS), title, language });
const FIELDS = ['kind', 'title', 'language'];

/** A draft from three answers. Who is not signed in joins first, who has no organization registers one, and both come back. */
@Controller('my/listings/new')
export class NewListingPages {
  constructor(
    private readonly drafts: ListingDrafts,
    private readonly views: ListingViews,
    private readonly organizations: OrganizationsQueries,
    private readonly taxonomy: TaxonomyService,
  ) {}

  @Get()
  @Public()
  @Page()
  form(@Query({ schema: newQuery }) { kind, organization, like }: NewQuery, @CurrentReader() reader: Reader) {
    const { actor, path } = reader;
    if (actor.kind !== 'person') return redirect(`/sign-up?next=${encodeURIComponent(path)}`);
    const owner = organization ?? actor.organization?.id;
    if (owner === undefined) return redirect(`/organization/new?next=${encodeURIComponent(path)}`);
    return this.page(reader, formState(FIELDS, { kind, language: reader.language }), owner, like);
  }

  @Post()
  @Can('listing.create')
  @Page()
  create(@Form() form: FormInput, @CurrentReader() reader: Reader) {
    const { actor } = reader;
    const owner = idIn(form, 'organization') ?? (actor.kind === 'person' ? actor.organization?.id : undefined);
    if (owner === undefined) return redirect('/organization/new?next=%2Fmy%2Flistings%2Fnew');
    const like = idIn(form, 'like');
    return submitted(
      { reader, form, fields: FIELDS },
      async () => {
        const given = form.parse(newListing, { kind: form.text('kind'), title: form.text('title') ?? '', language: form.text('language') });
        const { kind, language, title } = given;
        const fields = { title, ...(like && (await this.takenFrom(actor, like, kind))) };
        const { id } = await this.drafts.create(actor, { kind, organizationId: owner, language, fields });
        return redirect(`/my/listings/${id}`, 'listing-created');
      },
      (state) => this.page(reader, state, owner, like),
    );
  }

  private async page({ actor, format, name }: Reader, form: FormState, organizationId: string, like: string | undefined) {
    const [organization] = await this.organizations.brief([organizationId]);
    const serves = actor.kind === 'person' && (actor.administrator || actor.officerOf.includes(organization?.country ?? ''));
    const isOwn = actor.kind === 'person' && actor.organization?.id === organizationId;
    if (!organization || !(isOwn || serves)) throw notFound('organization');
    const languages = this.taxonomy
      .current()
      .items('language')
      .map(({ code }) => ({ value: code, text: name('language', code) }));
    return <NewListingPage form={form} languages={format.sorted(languages, ({ text }) => text)} organization={organization} like={like} />;
  }

  /** Sectors and goals of the listing it answers, and the country of a need: as much of it as she may see. */
  private async takenFrom(actor: Actor, id: string, kind: string): Promise<Record<string, unknown>> {
    const seen = (await this.views.one(actor, id, LISTING_KINDS)) as { kind: string; country: string; codes: CodeRef[] };
    return { codes: seen.codes, ...(kind !== 'need' && seen.kind === 'need' && { countriesOffered: [seen.country] }) };
  }
}

const idIn = (form: FormInput, name: string): string | undefined => z.uuid().safeParse(form.text(name)).data;
