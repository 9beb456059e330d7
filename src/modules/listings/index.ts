import { ChangeRequestEntity } from './change-request.entity.js';
import { LanguageWishEntity } from './language-wish.entity.js';
import { ListingChangeEntity } from './listing-change.entity.js';
import { ListingCodeEntity } from './listing-code.entity.js';
import { ListingEndorsementEntity } from './listing-endorsement.entity.js';
import { ListingFacilityTagEntity } from './listing-facility-tag.entity.js';
import { ListingReaderEntity } from './listing-reader.entity.js';
import { ListingRevisionEntity } from './listing-revision.entity.js';
import { ListingTextEntity } from './listing-text.entity.js';
import { ListingEntity } from './listing.entity.js';
import { ReviewDecisionEntity } from './review-decision.entity.js';

export { claimedUntil, requireUnclaimed, UNCLAIMED } from './claim.js';
export * from './content.schemas.js';
export { patchShape } from './content-patch.js';
export { type FieldGroups, type PublicLevel, withoutFields } from './field-levels.js';
export { ListingContents, type ContentRules, type Examined, type RawContent } from './listing-contents.js';
export { ListingDrafts, type CheckedDraft, type NewListing } from './listing-drafts.service.js';
export { LISTING_TIMERS } from './listing-expiry.service.js';
export { ListingImports, type ImportedPublication } from './listing-imports.service.js';
export { ListingKinds, type AnyContent, type CodeUse, type ListingKindDefinition } from './listing-kinds.js';
export { ListingChanges } from './listing-changes.js';
export type { Difference } from './content-difference.js';
export { ListingLots } from './listing-lots.service.js';
export { ListingLife } from './listing-life.service.js';
export { ChangeRequests } from './change-requests.service.js';
export { LISTING_SILENCE, ListingSilence } from './listing-silence.service.js';
export { ListingSubmission } from './listing-submission.service.js';
export { changesWanted, remarks, verdict, type ChangesWanted, type Verdict } from './remarks.js';
export { ReviewBriefing, type Briefing } from './review-briefing.service.js';
export { ReviewClaims } from './review-claims.service.js';
export { ReviewDesk } from './review-desk.service.js';
export { REVIEW_STAGES, type ReviewStage } from './listing.lifecycle.js';
export { claimHours } from './listing-review.rules.js';
export { ListingReview } from './listing-review.service.js';
export { LanguageWishes, type LanguageWish } from './language-wishes.service.js';
export { ListingReaders, type ListingReadership } from './listing-readers.js';
export { ListingViews } from './listing-views.queries.js';
export * from './listing.events.js';
export { REVIEW_TIMERS } from './review-timers.service.js';
export {
  isEditable,
  isLive,
  LISTING_STATES,
  listingLifecycle,
  type ListingState,
  type ListingTransition,
  OPEN_STATES,
  type PendingState,
} from './listing.lifecycle.js';
export { rolesOn } from './listing.policy.js';
export type { CreatedListing } from './listing.repository.js';
export { listingQuery, listingView, type ListingQuery } from './listing.schemas.js';
export { ListingsController } from './listings.controller.js';
export { ListingsModule } from './listings.module.js';
export { EndorsementLetters } from './endorsement-letters.service.js';
export { endorsementWithdrawal, newEndorsement } from './endorsement.schemas.js';
export { ListingEndorsements } from './listing-endorsements.service.js';
export type { ShownEndorsement } from './endorsement.projection.js';
export type { Decision } from './review-decision.entity.js';
export { PublicListingsQueries, type CountryFigures, type PublicFigures, type PublicListing } from './public-listings.queries.js';
export { ListingsQueries, type ListingCard, type SisterListing, type StandingCount } from './listings.queries.js';
export { type PublicAddress, PublicAddressesQueries } from './public-addresses.queries.js';
export { type CodeCount, PublicFiguresQueries } from './public-figures.queries.js';
export { contactIn } from './public-text.js';
export * from './published-listing.js';
export { bareSchema, schemaAt, schemaDefinition } from './schema-at.js';
export * from './submit-requirements.js';
export { UnfinishedListings, type ListingProgress, type UnfinishedListing } from './unfinished-listings.queries.js';
export { underReviewSql } from './under-review.js';
export { Transition } from './transition.decorator.js';
export const listingsEntities = [
  ListingEntity,
  ListingRevisionEntity,
  ListingTextEntity,
  ListingCodeEntity,
  ReviewDecisionEntity,
  ChangeRequestEntity,
  ListingFacilityTagEntity,
  ListingEndorsementEntity,
  ListingChangeEntity,
  ListingReaderEntity,
  LanguageWishEntity,
];
