import { Body, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import type { Page } from '../../kernel/pagination.js';
import { Answer, Can, CurrentActor, IfMatch, Public, uuid } from '../../platform/http/index.js';
import type { ListingKind } from './content.schemas.js';
import { ChangeRequests } from './change-requests.service.js';
import { ListingLife } from './listing-life.service.js';
import { ListingSubmission } from './listing-submission.service.js';
import { ListingReview } from './listing-review.service.js';
import type { Difference } from './content-difference.js';
import { ListingViews } from './listing-views.queries.js';
import {
  difference,
  listingPage,
  type ListingQuery,
  listingQuery,
  listingView,
  type OneListingQuery,
  oneListingQuery,
} from './listing.schemas.js';
import {
  changesWanted,
  type ChangesWanted,
  type Remarks,
  remarks,
  type Renewal,
  renewal,
  requestAnswer,
  type RequestAnswer,
  verdict,
  type Verdict,
} from './remarks.js';
import { Transition } from './transition.decorator.js';

type View = Record<string, unknown>;

/** The routes that offers and needs have in common; each collection adds those that write its own content. */
export abstract class ListingsController {
  protected abstract readonly kinds: readonly ListingKind[];

  protected constructor(
    private readonly views: ListingViews,
    private readonly submission: ListingSubmission,
    private readonly review: ListingReview,
    private readonly life: ListingLife,
    private readonly requests: ChangeRequests,
  ) {}

  @Get()
  @Public()
  @Answer(200, listingPage, 'The newest first: what is open to everybody, or by state, or your own organization’s.')
  list(@Query({ schema: listingQuery }) query: ListingQuery, @CurrentActor() actor: Actor): Promise<Page<View>> {
    return this.views.list(actor, this.kinds, query);
  }

  @Get(':id')
  @Public()
  @Answer(200, listingView, 'As much of it as you may see.')
  read(
    @Param('id', { schema: uuid }) id: string,
    @Query({ schema: oneListingQuery }) { lang }: OneListingQuery,
    @CurrentActor() actor: Actor,
  ): Promise<View> {
    return this.views.one(actor, id, this.kinds, lang);
  }

  protected one(id: string, actor: Actor): Promise<View> {
    return this.views.one(actor, id, this.kinds);
  }

  @Transition('submit', 'Hands it to whoever reviews for its country; 400 names everything that is missing.')
  async submit(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: remarks }) _: Remarks,
    @IfMatch() seen: number | null,
    @CurrentActor() actor: Actor,
  ): Promise<View> {
    await this.submission.submit(actor, { id, kinds: this.kinds, seen });
    return this.one(id, actor);
  }

  @Transition('approve', 'Completes the stage of review it is in, and publishes it unless another one is due.')
  async approve(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: verdict }) body: Verdict,
    @IfMatch() seen: number | null,
    @CurrentActor() actor: Actor,
  ): Promise<View> {
    await this.review.approve(actor, { id, kinds: this.kinds, seen }, body);
    return this.one(id, actor);
  }

  @Transition('request-changes', 'Back to its owner, with a reason, a note, or requests for single fields.')
  async requestChanges(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: changesWanted }) body: ChangesWanted,
    @IfMatch() seen: number | null,
    @CurrentActor() actor: Actor,
  ): Promise<View> {
    await this.review.requestChanges(actor, { id, kinds: this.kinds, seen }, body);
    return this.one(id, actor);
  }

  @Transition('reject', 'Refuses it, with a reason code.')
  async reject(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: verdict }) body: Verdict,
    @IfMatch() seen: number | null,
    @CurrentActor() actor: Actor,
  ): Promise<View> {
    await this.review.reject(actor, { id, kinds: this.kinds, seen }, body);
    return this.one(id, actor);
  }

  @Transition('withdraw', 'Takes it back for good.')
  async withdraw(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: remarks }) body: Remarks,
    @IfMatch() seen: number | null,
    @CurrentActor() actor: Actor,
  ): Promise<View> {
    await this.life.withdraw(actor, { id, kinds: this.kinds, seen }, body);
    return this.one(id, actor);
  }

  @Transition('pause', 'Out of the catalogue until it is resumed.')
  async pause(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: remarks }) body: Remarks,
    @IfMatch() seen: number | null,
    @CurrentActor() actor: Actor,
  ): Promise<View> {
    await this.life.pause(actor, { id, kinds: this.kinds, seen }, body);
    return this.one(id, actor);
  }

  @Transition('resume', 'Back into the catalogue.')
  async resume(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: remarks }) body: Remarks,
    @IfMatch() seen: number | null,
    @CurrentActor() actor: Actor,
  ): Promise<View> {
    await this.life.resume(actor, { id, kinds: this.kinds, seen }, body);
    return this.one(id, actor);
  }

  @Transition('renew', 'Confirms that it still holds, for another twelve months; what has changed is for the revision it opens.')
  async renew(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: renewal }) body: Renewal,
    @IfMatch() seen: number | null,
    @CurrentActor() actor: Actor,
  ): Promise<View> {
    await this.life.renew(actor, { id, kinds: this.kinds, seen }, body);
    return this.one(id, actor);
  }

  @Transition('fulfil', 'The need has been met.')
  async fulfil(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: remarks }) body: Remarks,
    @IfMatch() seen: number | null,
    @CurrentActor() actor: Actor,
  ): Promise<View> {
    await this.life.fulfil(actor, { id, kinds: this.kinds, seen }, body);
    return this.one(id, actor);
  }

  @Transition('suspend', 'Takes it out of the catalogue, with a reason code; for administrators.')
  async suspend(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: remarks }) body: Remarks,
    @IfMatch() seen: number | null,
    @CurrentActor() actor: Actor,
  ): Promise<View> {
    await this.life.suspend(actor, { id, kinds: this.kinds, seen }, body);
    return this.one(id, actor);
  }

  @Transition('archive', 'Puts what has ended out of sight.')
  async archive(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: remarks }) body: Remarks,
    @IfMatch() seen: number | null,
    @CurrentActor() actor: Actor,
  ): Promise<View> {
    await this.life.archive(actor, { id, kinds: this.kinds, seen }, body);
    return this.one(id, actor);
  }

  @Get(':id/difference')
  @Can('listing.difference')
  @Answer(200, difference, 'Field by field, what the waiting revision would change in the published one. For its owner and its reviewers.')
  difference(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: Actor): Promise<{ items: Difference[] }> {
    return this.views.difference(actor, id, this.kinds);
  }

  @Post(':id/change-requests/:requestId/answer')
  @HttpCode(200)
  @Can('listing.answer-request')
  @Answer(200, listingView, 'Why a field stays as it is, or what was changed. Every request is answered before it is submitted again.')
  async answerRequest(
    @Param('id', { schema: uuid }) id: string,
    @Param('requestId', { schema: uuid }) requestId: string,
    @Body({ schema: requestAnswer }) { answer }: RequestAnswer,
    @CurrentActor() actor: Actor,
  ): Promise<View> {
    await this.requests.answer(actor, { id, kinds: this.kinds }, requestId, answer);
    return this.one(id, actor);
  }
}
