import { Module } from '@nestjs/common';
import { FilesModule } from '../files/index.js';
import { OrganizationsModule } from '../organizations/index.js';
import { RulesModule } from '../rules/index.js';
import { TaxonomyModule } from '../taxonomy/index.js';
import { ChangeRequests } from './change-requests.service.js';
import { LanguageWishes } from './language-wishes.service.js';
import { ListingAccess } from './listing-access.js';
import { ListingChanges } from './listing-changes.js';
import { ListingContents } from './listing-contents.js';
import { ListingCustody } from './listing-custody.js';
import { ListingDrafts } from './listing-drafts.service.js';
import { EndorsementLetters } from './endorsement-letters.service.js';
import { ListingEndorsementsController } from './listing-endorsements.controller.js';
import { ListingEndorsements } from './listing-endorsements.service.js';
import { ListingExpiry } from './listing-expiry.service.js';
import { ListingFilesController } from './listing-files.controller.js';
import { ListingFiles } from './listing-files.service.js';
import { ListingFacilitiesController } from './listing-facilities.controller.js';
import { ListingFacilities } from './listing-facilities.service.js';
import { ListingImports } from './listing-imports.service.js';
import { ListingKinds } from './listing-kinds.js';
import { ListingLife } from './listing-life.service.js';
import { ListingLots } from './listing-lots.service.js';
import { ListingOwners } from './listing-owners.js';
import { ListingPauses } from './listing-pauses.js';
import { ListingPublisher } from './listing-publisher.js';
import { ListingReaders } from './listing-readers.js';
import { ListingReview } from './listing-review.service.js';
import { ListingSilence } from './listing-silence.service.js';
import { ListingSubmission } from './listing-submission.service.js';
import { ListingTrail } from './listing-trail.js';
import { ListingViews } from './listing-views.queries.js';
import { ListingRepository } from './listing.repository.js';
import { ListingsQueries } from './listings.queries.js';
import { PublicAddressesQueries } from './public-addresses.queries.js';
import { PublicFiguresQueries } from './public-figures.queries.js';
import { PublicListingsQueries } from './public-listings.queries.js';
import { ReviewBriefing } from './review-briefing.service.js';
import { ReviewClaims } from './review-claims.service.js';
import { ReviewDecisions } from './review-decisions.service.js';
import { ReviewDesk } from './review-desk.service.js';
import { ReviewPatience } from './review-patience.js';
import { ReviewStages } from './review-stages.service.js';
import { ReviewTimers } from './review-timers.service.js';
import { UnfinishedListings } from './unfinished-listings.queries.js';

const face = [
  EndorsementLetters,
  ListingEndorsements,
  ChangeRequests,
  LanguageWishes,
  ListingContents,
  ListingDrafts,
  ListingImports,
  ListingKinds,
  ListingLife,
  ListingReaders,
  ListingReview,
  ListingSilence,
  ListingSubmission,
  ReviewBriefing,
  ReviewClaims,
  ReviewDesk,
  ListingsQueries,
  ListingLots,
  ListingViews,
  PublicAddressesQueries,
  PublicFiguresQueries,
  PublicListingsQueries,
  ListingChanges,
  UnfinishedListings,
];

@Module({
  imports: [FilesModule, OrganizationsModule, RulesModule, TaxonomyModule],
  controllers: [ListingFilesController, ListingFacilitiesController, ListingEndorsementsController],
  providers: [
    ...face,
    ListingAccess,
    ListingCustody,
    ListingExpiry,
    ListingFiles,
    ListingFacilities,
    ListingOwners,
    ListingPauses,
    ListingPublisher,
    ListingRepository,
    ListingTrail,
    ReviewDecisions,
    ReviewPatience,
    ReviewStages,
    ReviewTimers,
  ],
  exports: face,
})
export class ListingsModule {}
