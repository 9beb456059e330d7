import { Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import type { Actor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/errors.js';
import { SimilarListings } from '../../modules/catalogue/index.js';
import { ListingLife, ListingSubmission } from '../../modules/listings/index.js';
import { Can, uuid } from '../../platform/http/index.js';
import { formState, type FormState } from '../components/index.js';
import { CurrentReader, Form, FormInput, Page, type Reader, redirect, submitted } from '../page/index.js';
import { Drafting, seenVersion } from '../wizard/drafting.js';
import { type OwnListing, OwnListings } from '../wizard/own-listings.js';
import { ActionPage } from './action.page.js';
import { actionsOf, OWNER_ACTIONS, type OwnerAction, takesReason } from './actions.js';
import { CheckPage } from './check.page.js';

const remarks = seenVersion.extend({ reason: z.string().max(40).optional(), note: z.string().trim().max(2_000).optional() });
const renewal = seenVersion.extend({ stillAvailable: z.boolean(), changed: z.boolean() });
const FIELDS = ['reason', 'note', 'stillAvailable', 'changed'];

/** What its owner does to a listing: each act has a page that asks first. */
@Controller('my/listings/:id')
export class ActionPages {
  constructor(
    private readonly own: OwnListings,
    private readonly drafting: Drafting,
    private readonly life: ListingLife,
    private readonly submission: ListingSubmission,
    private readonly similar: SimilarListings,
  ) {}

  @Get('check')
  @Can('listing.submit')
  @Page()
  async check(@Param('id', { schema: uuid }) id: string, @CurrentReader() { actor }: Reader) {
    const listing = await this.own.openToEdit(actor, id);
    return listing.allowed.includes('submit') ? this.checkPage(actor, listing, formState([])) : redirect(`/my/listings/${id}`);
  }

  @Post('check')
  @Can('listing.submit')
  @Page()
  async submit(@Param('id', { schema: uuid }) id: string, @Form() form: FormInput, @CurrentReader() reader: Reader) {
    const listing = await this.own.openToEdit(reader.actor, id);
    return submitted(
      { reader, form, fields: [] },
      async () => {
        const { version } = form.parse(seenVersion, { version: form.number('version') });
        await this.submission.submit(reader.actor, { id, kinds: [listing.kind], seen: version });
        return redirect(`/my/listings/${id}`, 'listing-submitted');
      },
      async (state) => this.checkPage(reader.actor, await this.own.open(reader.actor, id), state),
    );
  }

  @Get(':action')
  @Can('listing.change-state')
  @Page()
  async ask(@Param('id', { schema: uuid }) id: string, @Param('action') name: string, @CurrentReader() { actor }: Reader) {
    const listing = await this.own.openToEdit(actor, id);
    const action = actionIn(name);
    if (!actionsOf(listing).includes(action)) return redirect(`/my/listings/${id}`);
    return <ActionPage listing={listing} action={action} form={formState(FIELDS, { stillAvailable: 'true' })} />;
  }

  @Post(':action')
  @Can('listing.change-state')
  @Page()
  async act(
    @Param('id', { schema: uuid }) id: string,
    @Param('action') name: string,
    @Form() form: FormInput,
    @CurrentReader() reader: Reader,
  ) {
    const listing = await this.own.openToEdit(reader.actor, id);
    const action = actionIn(name);
    return submitted(
      { reader, form, fields: FIELDS },
      () => (action === 'renew' ? this.renew(reader.actor, listing, form) : this.take(reader.actor, listing, action, form)),
      async (state) => <ActionPage listing={await this.own.open(reader.actor, id)} action={action} form={state} />,
    );
  }

  private async take(actor: Actor, { id, kind }: OwnListing, action: Exclude<OwnerAction, 'renew'>, form: FormInput) {
    const given = form.parse(remarks, { version: form.number('version'), reason: form.text('reason'), note: form.text('note') });
    const { version: seen, ...said } = given;
    await this.life[action](actor, { id, kinds: [kind], seen }, takesReason(action) ? said : {});
    return redirect(`/my/listings/${id}`, `listing-${action}`);
  }

  /** What is no longer there is taken back instead; what has changed is told on the pages of the wizard. */
  private async renew(actor: Actor, { id, kind }: OwnListing, form: FormInput) {
    const given = { version: form.number('version'), stillAvailable: form.boolean('stillAvailable'), changed: form.boolean('changed') };
    const { version, stillAvailable, changed } = form.parse(renewal, given);
    if (!stillAvailable) return redirect(`/my/listings/${id}/withdraw`);
    await this.life.renew(actor, { id, kinds: [kind], seen: version }, { changed });
    return redirect(`/my/listings/${id}`, changed ? 'listing-renewed-changed' : 'listing-renewed');
  }

  private async checkPage(actor: Actor, listing: OwnListing, form: FormState) {
    const [{ faults, teaser }, similar] = await Promise.all([
      this.drafting.readiness(listing),
      this.similar.of(actor, listing.id, [listing.kind]),
    ]);
    return <CheckPage listing={listing} missing={faults} teaser={teaser} similar={similar} book={this.drafting.book} form={form} />;
  }
}

function actionIn(name: string): OwnerAction {
  const action = OWNER_ACTIONS.find((one) => one === name);
  if (!action) throw notFound('page');
  return action;
}
