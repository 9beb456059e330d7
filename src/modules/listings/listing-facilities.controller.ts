import { Body, Controller, Param, Put } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Answer, Can, CurrentActor, IfMatch, uuid } from '../../platform/http/index.js';
import { LISTING_KINDS } from './content.schemas.js';
import { ListingFacilities, type ListingPlace } from './listing-facilities.service.js';
import { ListingViews } from './listing-views.queries.js';
import { listingView, newPlace } from './listing.schemas.js';

/** What offers and needs alike are asked for under one address. */
@Controller('api/v1/listings')
export class ListingFacilitiesController {
  constructor(
    private readonly facilities: ListingFacilities,
    private readonly views: ListingViews,
  ) {}

  @Put(':id/facilities')
  @Can('listing.place')
  @Answer(200, listingView, 'Its home facility and the others it is shown in, among those open to its country and sectors.')
  async place(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: newPlace }) body: ListingPlace,
    @IfMatch() seen: number | null,
    @CurrentActor() actor: Actor,
  ): Promise<Record<string, unknown>> {
    await this.facilities.place(actor, { id, kinds: LISTING_KINDS, seen }, body);
    return this.views.one(actor, id, LISTING_KINDS);
  }
}
