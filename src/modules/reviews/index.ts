export {
  DESK_WAITS,
  DeskListsQueries,
  type DeskOrganization,
  type DeskWait,
  type DeskEndorsement,
  type DeskListing,
  type EndingListing,
} from './desk-lists.queries.js';
export { DESK_PARTS, DeskQueries, type DeskLine, type DeskPart } from './desk.queries.js';
export { ReviewsModule } from './reviews.module.js';
export { ReviewsQueries } from './reviews.queries.js';
export { assignment, type ReviewItem, reviewsQuery, type ReviewsQuery } from './reviews.schemas.js';
