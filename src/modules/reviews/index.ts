export { ReviewsModule } from './reviews.module.js';
export { ReviewsQueries } from './reviews.queries.js';
export { reviewsQuery } from './reviews.schemas.js';
