import { Injectable } from '@nestjs/common';
import type { PersonActor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/errors.js';
import { type SimilarListing, SimilarListings } from '../../modules/catalogue/index.js';
import { type Briefing, type Difference, LISTING_KINDS, ListingViews, ReviewBriefing } from '../../modules/listings/index.js';
import { type ReviewItem, ReviewsQueries } from '../../modules/reviews/index.js';
import type { ReviewedListing } from './reviewed-listing.js';

export interface ReviewView {
  listing: ReviewedListing;
  /** How it waits; null while it does not. */
  item: ReviewItem | null;
  briefing: Briefing;
  /** What the waiting revision would change in the published one. */
  changes: readonly Difference[];
  similar: readonly SimilarListing[];
}

/** Brings together what a reviewer looks at. */
@Injectable()
export class ReviewReading {
  constructor(
    private readonly views: ListingViews,
    private readonly reviews: ReviewsQueries,
    private readonly briefings: ReviewBriefing,
    private readonly similar: SimilarListings,
  ) {}

  /** @throws DomainError `listing.not-found` for what she does not see from inside, drafts included. */
  async read(actor: PersonActor, id: string): Promise<ReviewView> {
    const listing = (await this.views.one(actor, id, LISTING_KINDS)) as unknown as ReviewedListing;
    if (!('allowed' in listing)) throw new DomainError('not-found', 'listing.not-found', {});
    // What has been read once is read no second time: each reading of it is on record.
    const [item, briefing, changes, similar] = await Promise.all([
      this.reviews.one(actor, id).catch(whereNone),
      this.briefings.of(actor, id),
      listing.pending ? this.briefings.between(id, listing.revision, listing.pending.revision) : [],
      this.similar.like(actor, listing),
    ]);
    return { listing, item, briefing, changes, similar };
  }
}

function whereNone(error: unknown): null {
  if (error instanceof DomainError && error.kind === 'not-found') return null;
  throw error;
}
