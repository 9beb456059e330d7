import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Actor } from '../../kernel/actor.js';
import { type Fault, invalid } from '../../kernel/errors.js';
import { type AnyContent, ListingContents, ListingDrafts } from '../../modules/listings/index.js';
import { offerPatch } from '../../modules/offers/index.js';
import { MembersQueries } from '../../modules/organizations/index.js';
import { needPatch } from '../../modules/seekers/index.js';
import { type CodeBook, TaxonomyService } from '../../modules/taxonomy/index.js';
import { BusinessClock } from '../../platform/database/business-clock.js';
import type { FormInput, Reader } from '../page/index.js';
import type { Part } from './fields.js';
import { read } from './field-values.js';
import { contentOf, type OwnListing } from './own-listings.js';

/** What the wizard's pages are made with. */
export interface Desk {
  book: CodeBook;
  day: string;
  members: { personId: string; name: string }[];
}

/** Saves what the wizard's pages ask for, through the same checks as the API. */
@Injectable()
export class Drafting {
  constructor(
    private readonly drafts: ListingDrafts,
    private readonly contents: ListingContents,
    private readonly taxonomy: TaxonomyService,
    private readonly clock: BusinessClock,
    private readonly members: MembersQueries,
  ) {}

  get book(): CodeBook {
    return this.taxonomy.current();
  }

  async desk({ organizationId }: OwnListing): Promise<Desk> {
    const [now, { items }] = await Promise.all([this.clock.now(), this.members.members(organizationId)]);
    return { book: this.book, day: now.toISOString().slice(0, 10), members: items.filter(({ disabled }) => !disabled) };
  }

  /** What is missing before it can be handed in, and the summary that would be proposed. */
  async readiness(listing: OwnListing): Promise<{ faults: readonly Fault[]; teaser: string | undefined }> {
    const content = contentOf(listing) as unknown as AnyContent;
    const { faults } = this.contents.submittable(listing.kind, content, contentOf(listing).language, await this.contents.rules());
    return { faults, teaser: this.contents.teaser(listing.kind, content, contentOf(listing).language) };
  }

  /** Takes the answers of one part. @throws DomainError as ListingDrafts.edit; `request.invalid` (400) for names that are none. */
  async savePart(reader: Reader, listing: OwnListing, { fields }: Part, form: FormInput): Promise<void> {
    const faults: Fault[] = [];
    const answers = fields.map((field): [string, unknown] => [field.name, read(field, form, { reader, book: this.book }, faults) ?? null]);
    if (faults.length > 0) throw invalid(faults);
    const top = answers.filter(([name]) => !name.startsWith('details.'));
    const details = answers.flatMap(([name, value]) => (name.startsWith('details.') ? [[name.slice('details.'.length), value]] : []));
    const patch = { ...Object.fromEntries(top), ...(details.length > 0 && { details: Object.fromEntries(details) as object }) };
    await this.save(reader.actor, listing, form, patch);
  }

  /** Replaces these fields; what is left out stays. */
  async save(actor: Actor, { id, kind }: OwnListing, form: FormInput, patch: Readonly<Record<string, unknown>>): Promise<void> {
    const { version } = form.parse(seenVersion, { version: form.number('version') });
    // A title can be missing from no listing, so an empty one is refused as such.
    const given = {
      ...patch,
      ...('title' in patch && { title: patch['title'] ?? '' }),
      ...('language' in patch && { language: patch['language'] ?? '' }),
    };
    const { language, ...fields } = form.parse(kind === 'need' ? needPatch : offerPatch, given) as { language?: string } & Record<
      string,
      unknown
    >;
    await this.drafts.edit(actor, { id, kinds: [kind], seen: version }, { ...(language !== undefined && { language }), fields });
  }
}

/** The version that she saw when she opened the form. */
export const seenVersion = z.object({ version: z.int().min(0) });
