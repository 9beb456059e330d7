import { Body, Controller, Param, Patch, Post } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Answer, Can, CurrentActor, Idempotent, IfMatch, uuid } from '../../platform/http/index.js';
import {
  ChangeRequests,
  ListingDrafts,
  ListingLife,
  ListingLots,
  ListingReview,
  ListingSubmission,
  ListingsController,
  listingView,
  ListingViews,
  Transition,
} from '../listings/index.js';
import { filledLot, type FilledLot, newNeed, needPatch, type NeedPatch, type NewNeed } from './needs.schemas.js';

@Controller('api/v1/needs')
export class NeedsController extends ListingsController {
  protected readonly kinds = ['need'] as const;

  constructor(
    views: ListingViews,
    submission: ListingSubmission,
    review: ListingReview,
    life: ListingLife,
    requests: ChangeRequests,
    private readonly drafts: ListingDrafts,
    private readonly lots: ListingLots,
  ) {
    super(views, submission, review, life, requests);
  }

  @Post()
  @Can('listing.create')
  @Idempotent({ replay: 'one' })
  @Answer(201, listingView, 'A draft: organization, language and title are enough.')
  async create(@Body({ schema: newNeed }) body: NewNeed, @CurrentActor() actor: Actor): Promise<Record<string, unknown>> {
    const { organizationId, language, ...fields } = body;
    const { id } = await this.drafts.create(actor, { kind: 'need', organizationId, language, fields });
    return this.one(id, actor);
  }

  @Patch(':id')
  @Can('listing.edit')
  @Answer(
    200,
    listingView,
    'Replaces the fields given; null takes one out. Beside a published revision it makes one that waits for review.',
  )
  async edit(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: needPatch }) { language, ...fields }: NeedPatch,
    @IfMatch({ required: true }) seen: number | null,
    @CurrentActor() actor: Actor,
  ): Promise<Record<string, unknown>> {
    await this.drafts.edit(actor, { id, kinds: this.kinds, seen }, { language, fields });
    return this.one(id, actor);
  }

  @Transition('fill-lot', 'One part of the need has been met; with the last one the need is fulfilled.')
  async fillLot(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: filledLot }) { lot }: FilledLot,
    @IfMatch() seen: number | null,
    @CurrentActor() actor: Actor,
  ): Promise<Record<string, unknown>> {
    await this.lots.fill(actor, { id, kinds: this.kinds, seen }, lot);
    return this.one(id, actor);
  }
}
