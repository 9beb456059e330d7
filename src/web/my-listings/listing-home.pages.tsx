import { Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { ChangeRequests, ListingLots, ListingViews } from '../../modules/listings/index.js';
import { Can, uuid } from '../../platform/http/index.js';
import { formState, type FormState } from '../components/index.js';
import { CurrentReader, Form, FormInput, Page, type Reader, redirect, submitted } from '../page/index.js';
import { Drafting, seenVersion } from '../wizard/drafting.js';
import { editing, type OwnListing, OwnListings } from '../wizard/own-listings.js';
import { AnswersPage, ChangesPage, HistoryPage } from './history.page.js';
import { ListingHomePage } from './listing-home.page.js';
import { answerField } from './requests.js';

const answered = z.object({ answer: z.string().trim().min(1).max(2_000) });
const lotKey = seenVersion.extend({ lot: z.string().max(40) });

/** One listing for those who keep it. */
@Controller('my/listings/:id')
export class ListingHomePages {
  constructor(
    private readonly own: OwnListings,
    private readonly drafting: Drafting,
    private readonly views: ListingViews,
    private readonly requests: ChangeRequests,
    private readonly lots: ListingLots,
  ) {}

  @Get()
  @Can('listing.read')
  @Page()
  async home(@Param('id', { schema: uuid }) id: string, @CurrentReader() { actor }: Reader) {
    const listing = await this.own.open(actor, id);
    return this.page(listing, formState(answersOf(listing)));
  }

  @Get('answers')
  @Can('listing.read')
  @Page()
  async answers(@Param('id', { schema: uuid }) id: string, @CurrentReader() { actor }: Reader) {
    const listing = await this.own.open(actor, id);
    return <AnswersPage listing={listing} book={this.drafting.book} canEdit={editing(listing, actor).can} />;
  }

  @Get('history')
  @Can('listing.read')
  @Page()
  async history(@Param('id', { schema: uuid }) id: string, @CurrentReader() { actor }: Reader) {
    return <HistoryPage listing={await this.own.open(actor, id)} />;
  }

  @Get('changes')
  @Can('listing.difference')
  @Page()
  async changes(@Param('id', { schema: uuid }) id: string, @CurrentReader() { actor }: Reader) {
    const listing = await this.own.open(actor, id);
    if (!listing.pending) return redirect(`/my/listings/${id}`);
    const { items } = await this.views.difference(actor, id, [listing.kind]);
    return <ChangesPage listing={listing} items={items} book={this.drafting.book} />;
  }

  @Post('requests/:requestId')
  @Can('listing.answer-request')
  @Page()
  async answer(
    @Param('id', { schema: uuid }) id: string,
    @Param('requestId', { schema: uuid }) requestId: string,
    @Form() form: FormInput,
    @CurrentReader() reader: Reader,
  ) {
    const listing = await this.own.openToEdit(reader.actor, id);
    const field = answerField(requestId);
    return submitted(
      { reader, form, fields: answersOf(listing) },
      async () => {
        const { answer } = form.parse(answered, { answer: form.text(field) });
        await this.requests.answer(reader.actor, { id, kinds: [listing.kind] }, requestId, answer);
        return redirect(`/my/listings/${id}`, 'request-answered');
      },
      (state) =>
        this.page(listing, {
          ...state,
          faults: state.faults.map((fault) => ({ ...fault, path: fault.path === 'answer' ? field : fault.path })),
        }),
    );
  }

  @Post('fill-lot')
  @Can('listing.fill-lot')
  @Page()
  async fillLot(@Param('id', { schema: uuid }) id: string, @Form() form: FormInput, @CurrentReader() reader: Reader) {
    const listing = await this.own.openToEdit(reader.actor, id);
    return submitted(
      { reader, form, fields: answersOf(listing) },
      async () => {
        const { lot, version } = form.parse(lotKey, { lot: form.text('lot'), version: form.number('version') });
        await this.lots.fill(reader.actor, { id, kinds: [listing.kind], seen: version }, lot);
        return redirect(`/my/listings/${id}`, 'lot-filled');
      },
      async (state) => this.page(await this.own.open(reader.actor, id), state),
    );
  }

  private async page(listing: OwnListing, form: FormState) {
    const { faults } = await this.drafting.readiness(listing);
    return <ListingHomePage listing={listing} missing={faults} form={form} />;
  }
}

const answersOf = ({ changeRequests }: OwnListing): string[] => changeRequests.map(({ id }) => answerField(id));
