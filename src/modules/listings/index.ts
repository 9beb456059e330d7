import { ListingCodeEntity } from './listing-code.entity.js';
import { ListingRevisionEntity } from './listing-revision.entity.js';
import { ListingTextEntity } from './listing-text.entity.js';
import { ListingEntity } from './listing.entity.js';
import { ReviewDecisionEntity } from './review-decision.entity.js';

export * from './content.schemas.js';
export * from './listing.events.js';
export { LISTING_STATES, OPEN_STATES, type ListingState, type ListingTransition } from './listing.lifecycle.js';
export { ListingsQueries, type ListingCard } from './listings.queries.js';
export * from './published-listing.js';
export * from './submit-requirements.js';
export const listingsEntities = [ListingEntity, ListingRevisionEntity, ListingTextEntity, ListingCodeEntity, ReviewDecisionEntity];
