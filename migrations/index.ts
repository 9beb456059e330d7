import { Ground20261123000100 } from './20261123000100-ground.js';
import { Auth20261123000200 } from './20261123000200-auth.js';
import { Identity20261123000300 } from './20261123000300-identity.js';
import { Taxonomy20261123000400 } from './20261123000400-taxonomy.js';
import { Organizations20261123000500 } from './20261123000500-organizations.js';
import { Listings20261123000600 } from './20261123000600-listings.js';
import { Catalogue20261123000650 } from './20261123000650-catalogue.js';
import { Matching20261123000700 } from './20261123000700-matching.js';
import { Notifications20261123000800 } from './20261123000800-notifications.js';
import { Rules20261124000100 } from './20261124000100-rules.js';
import { Screening20261124000110 } from './20261124000110-screening.js';
import { Verification20261124000300 } from './20261124000300-verification.js';
import { DatedCodeLists20261124000400 } from './20261124000400-dated-code-lists.js';
import { Centres20261124000410 } from './20261124000410-centres.js';
import { Facilities20261124000420 } from './20261124000420-facilities.js';
import { Consents20261124000430 } from './20261124000430-consents.js';
import { OnBehalf20261124000440 } from './20261124000440-on-behalf.js';
import { Answering20261124000450 } from './20261124000450-answering.js';
import { Claims20261124000460 } from './20261124000460-claims.js';
import { Endorsements20261124000470 } from './20261124000470-endorsements.js';
import { ExampleCentres20261124000480 } from './20261124000480-example-centres.js';
import { ShippedFacilities20261124000490 } from './20261124000490-shipped-facilities.js';
import { CentreLetters20261124000495 } from './20261124000495-centre-letters.js';
import { ReviewStages20261124000600 } from './20261124000600-review-stages.js';
import { ReviewDesk20261124000610 } from './20261124000610-review-desk.js';
import { MatchWaits20261124000700 } from './20261124000700-match-waits.js';
import { MatchQuestions20261124000710 } from './20261124000710-match-questions.js';
import { SavedSearches20261124000800 } from './20261124000800-saved-searches.js';
import { Introductions20261124000900 } from './20261124000900-introductions.js';
import { TextsByField20261124000910 } from './20261124000910-texts-by-field.js';
import { FilledLots20261124000920 } from './20261124000920-filled-lots.js';
import { SubmitByManagers20261124000930 } from './20261124000930-submit-by-managers.js';
import { VerifiedSince20261124001000 } from './20261124001000-verified-since.js';
import { StoredFiles20261124001100 } from './20261124001100-stored-files.js';
import { AttachedFiles20261124001110 } from './20261124001110-attached-files.js';
import { ImportRuns20261124001200 } from './20261124001200-import-runs.js';
import { MatchDecisions20261124001300 } from './20261124001300-match-decisions.js';
import { SilentListings20261124001400 } from './20261124001400-silent-listings.js';
import { ImportNotices20261124001600 } from './20261124001600-import-notices.js';
import { RenewalAnswers20261124001700 } from './20261124001700-renewal-answers.js';
import { OrganizationSize20261124001750 } from './20261124001750-organization-size.js';
import { DueDiligence20261124001830 } from './20261124001830-due-diligence.js';
import { EndorsementLetters20261124001840 } from './20261124001840-endorsement-letters.js';
import { Announcements20261124002050 } from './20261124002050-announcements.js';
import { ReviewCountries20261124002060 } from './20261124002060-review-countries.js';
import { DueDiligenceLate20261124002070 } from './20261124002070-due-diligence-late.js';
import { TermsAccepted20261124002100 } from './20261124002100-terms-accepted.js';
import { Shortlists20261124002110 } from './20261124002110-shortlists.js';
import { ListingReaders20261124003110 } from './20261124003110-listing-readers.js';
import { WaitsAnew20261130000300 } from './20261130000300-waits-anew.js';
import { MatchDesk20261130070000 } from './20261130070000-match-desk.js';
import { PromisedCopies20261130075010 } from './20261130075010-promised-copies.js';
import { Uploads20261130075020 } from './20261130075020-uploads.js';
import { DeskKeys20261130075030 } from './20261130075030-desk-keys.js';

/** In the order they run. A glob would hide a missing one. */
export const migrations = [
  Ground20261123000100,
  Auth20261123000200,
  Identity20261123000300,
  Taxonomy20261123000400,
  Organizations20261123000500,
  Listings20261123000600,
  Catalogue20261123000650,
  Matching20261123000700,
  Notifications20261123000800,
  Rules20261124000100,
  Screening20261124000110,
  Verification20261124000300,
  DatedCodeLists20261124000400,
  Centres20261124000410,
  Facilities20261124000420,
  Consents20261124000430,
  OnBehalf20261124000440,
  Answering20261124000450,
  Claims20261124000460,
  Endorsements20261124000470,
  ExampleCentres20261124000480,
  ShippedFacilities20261124000490,
  CentreLetters20261124000495,
  ReviewStages20261124000600,
  ReviewDesk20261124000610,
  MatchWaits20261124000700,
  MatchQuestions20261124000710,
  SavedSearches20261124000800,
  Introductions20261124000900,
  TextsByField20261124000910,
  FilledLots20261124000920,
  SubmitByManagers20261124000930,
  VerifiedSince20261124001000,
  StoredFiles20261124001100,
  AttachedFiles20261124001110,
  ImportRuns20261124001200,
  MatchDecisions20261124001300,
  SilentListings20261124001400,
  ImportNotices20261124001600,
  RenewalAnswers20261124001700,
  OrganizationSize20261124001750,
  DueDiligence20261124001830,
  EndorsementLetters20261124001840,
  Announcements20261124002050,
  ReviewCountries20261124002060,
  DueDiligenceLate20261124002070,
  TermsAccepted20261124002100,
  Shortlists20261124002110,
  ListingReaders20261124003110,
  WaitsAnew20261130000300,
  MatchDesk20261130070000,
  PromisedCopies20261130075010,
  Uploads20261130075020,
  DeskKeys20261130075030,
];
