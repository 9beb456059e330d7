import { Controller, Get, Param, Post } from '@nestjs/common';
import { actsFor, type PersonActor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/errors.js';
import { ListingDrafts, ListingViews, type ListingKind, OFFER_KINDS, TITLE_MAX } from '../../modules/listings/index.js';
import { MatchOpeningService, newMatch } from '../../modules/matching/index.js';
import { Can, Public, uuid } from '../../platform/http/index.js';
import { formState, type FormState } from '../components/index.js';
import { CurrentReader, Form, type FormInput, Page, type PageAnswer, type Reader, redirect, submitted } from '../page/index.js';
import { AnswerPage, NEW_LISTING, type OwnListing } from './answer.page.js';
import { NEED } from './listing.pages.js';
import { pathOf, type ListingView } from './listing-view.js';

const FIELDS = ['listing', 'kind', 'note'];
const OPEN_STATES = ['published', 'expiring'] as const;
const OWN_MAX = 50;

/** "I can meet this need" and "I want this": a listing of one's own is held against it, or a new one is begun from it. */
@Controller()
export class AnswerPages {
  constructor(
    private readonly views: ListingViews,
    private readonly drafts: ListingDrafts,
    private readonly opening: MatchOpeningService,
  ) {}

  @Get('needs/:id/meet')
  @Public()
  @Page()
  meet(@Param('id', { schema: uuid }) id: string, @CurrentReader() reader: Reader) {
    return this.form(reader, id, NEED);
  }

  @Get('offers/:id/want')
  @Public()
  @Page()
  want(@Param('id', { schema: uuid }) id: string, @CurrentReader() reader: Reader) {
    return this.form(reader, id, OFFER_KINDS);
  }

  @Post('needs/:id/meet')
  @Can('match.open')
  @Page()
  meetIt(@Param('id', { schema: uuid }) id: string, @Form() form: FormInput, @CurrentReader() reader: Reader) {
    return this.answer(reader, id, NEED, form);
  }

  @Post('offers/:id/want')
  @Can('match.open')
  @Page()
  wantIt(@Param('id', { schema: uuid }) id: string, @Form() form: FormInput, @CurrentReader() reader: Reader) {
    return this.answer(reader, id, OFFER_KINDS, form);
  }

  /** A visitor joins first, and comes back here. */
  private async form(reader: Reader, id: string, kinds: readonly ListingKind[]): Promise<PageAnswer> {
    const view = await this.listing(reader, id, kinds);
    if (reader.actor.kind !== 'person') return redirect(`/sign-up?next=${encodeURIComponent(reader.path)}`);
    if (view.organizationId !== undefined && actsFor(reader.actor, view.organizationId)) return redirect(pathOf(view));
    return this.page(reader, view, formState(FIELDS));
  }

  private async answer(reader: Reader, id: string, kinds: readonly ListingKind[], form: FormInput): Promise<PageAnswer> {
    const view = await this.listing(reader, id, kinds);
    return submitted(
      { reader, form, fields: FIELDS },
      async () => {
        const own = form.text('listing');
        if (own === undefined || own === NEW_LISTING) return this.begin(reader, view, form.text('kind'));
        if (!uuid.safeParse(own).success) throw new DomainError('conflict', 'answer.no-listing');
        return this.open(reader.actor as PersonActor, view, own, form);
      },
      (state) => this.page(reader, view, state),
    );
  }

  private async open(actor: PersonActor, view: ListingView, own: string, form: FormInput): Promise<PageAnswer> {
    const pair = view.kind === 'need' ? { needId: view.id, offerId: own } : { needId: own, offerId: view.id };
    const wanted = form.parse(newMatch, { ...pair, note: form.text('note') });
    try {
      const { id } = await this.opening.open(actor, wanted);
      return redirect(`/matches/${id}`, 'match-opened');
    } catch (error) {
      // Which rule it was is told on the page of the match; here there is none.
      if (error instanceof DomainError && error.code === 'match.rules-failed') throw new DomainError('conflict', error.code);
      throw error;
    }
  }

  /** A draft of her own with the codes and countries of what it answers; one that is there already is gone on with. */
  private async begin({ actor, language }: Reader, view: ListingView, wanted: string | undefined): Promise<PageAnswer> {
    const person = actor as PersonActor;
    if (!person.organization) throw new DomainError('forbidden', 'answer.no-organization');
    const possible = this.kindsFor(view);
    const kind = possible.find((one) => one === wanted) ?? possible[0] ?? 'solution';
    const title = view.title.slice(0, TITLE_MAX);
    const known = (await this.own(person, [kind], ['draft'])).find((one) => one.title === title);
    if (known) return redirect(`/my/listings/${known.id}`);
    const codes = view.codes
      .filter(({ scheme }) => scheme !== 'ipc')
      .map(({ scheme, code, main }) => ({ scheme, code, ...(main && { main }) }));
    const fields = kind === 'need' ? { title, codes, kinds: [view.kind] } : { title, codes, countriesOffered: [view.country] };
    const { id } = await this.drafts.create(person, { kind, organizationId: person.organization.id, language, fields });
    return redirect(`/my/listings/${id}`, 'answer-begun');
  }

  private async page(reader: Reader, view: ListingView, form: FormState) {
    // An offer is wanted for a need that asks for its kind.
    const wanted = view.kind === 'need' ? undefined : view.kind;
    const own = await this.own(reader.actor as PersonActor, this.kindsFor(view), OPEN_STATES, wanted);
    return <AnswerPage view={view} own={own} kinds={this.kindsFor(view)} form={form} />;
  }

  private async listing({ actor, language }: Reader, id: string, kinds: readonly ListingKind[]): Promise<ListingView> {
    return (await this.views.one(actor, id, kinds, language)) as unknown as ListingView;
  }

  /** What may answer it: of a need the kinds it asks for. */
  private readonly kindsFor = ({ kind, kinds = [] }: ListingView): readonly ListingKind[] =>
    kind === 'need' ? (kinds.length > 0 ? kinds : OFFER_KINDS) : NEED;

  private async own(
    actor: PersonActor,
    kinds: readonly ListingKind[],
    state: readonly ('published' | 'expiring' | 'draft')[],
    wanted?: ListingKind,
  ): Promise<OwnListing[]> {
    if (!actor.organization) return [];
    const { items } = await this.views.list(actor, kinds, { mine: true, state: [...state], kind: wanted, limit: OWN_MAX });
    return items as unknown as OwnListing[];
  }
}
