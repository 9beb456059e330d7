import { Body, Controller, Param, Patch, Post } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Answer, Can, CurrentActor, Idempotent, IfMatch, uuid } from '../../platform/http/index.js';
import {
  ChangeRequests,
  ListingDrafts,
  ListingLife,
  ListingReview,
  ListingSubmission,
  ListingsController,
  listingView,
  ListingViews,
  OFFER_KINDS,
} from '../listings/index.js';
import { newOffer, offerPatch, type NewOffer, type OfferPatch } from './offers.schemas.js';

@Controller('api/v1/offers')
export class OffersController extends ListingsController {
  protected readonly kinds = OFFER_KINDS;

  constructor(
    views: ListingViews,
    submission: ListingSubmission,
    review: ListingReview,
    life: ListingLife,
    requests: ChangeRequests,
    private readonly drafts: ListingDrafts,
  ) {
    super(views, submission, review, life, requests);
  }

  @Post()
  @Can('listing.create')
  @Idempotent({ replay: 'one' })
  @Answer(201, listingView, 'A draft: kind, organization, language and title are enough.')
  async create(@Body({ schema: newOffer }) body: NewOffer, @CurrentActor() actor: Actor): Promise<Record<string, unknown>> {
    const { kind, organizationId, language, ...fields } = body;
    const { id } = await this.drafts.create(actor, { kind, organizationId, language, fields });
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
    @Body({ schema: offerPatch }) { language, ...fields }: OfferPatch,
    @IfMatch({ required: true }) seen: number | null,
    @CurrentActor() actor: Actor,
  ): Promise<Record<string, unknown>> {
    await this.drafts.edit(actor, { id, kinds: this.kinds, seen }, { language, fields });
    return this.one(id, actor);
  }
}
