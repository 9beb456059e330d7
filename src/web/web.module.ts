import { CatalogueModule } from '../modules/catalogue/index.js';
import { CentresModule } from '../modules/centres/index.js';
import { FilesModule } from '../modules/files/index.js';
import { IdentityModule } from '../modules/identity/index.js';
import { ListingsModule } from '../modules/listings/index.js';
import { MatchingModule } from '../modules/matching/index.js';
import { NotificationsModule } from '../modules/notifications/index.js';
import { OrganizationsModule } from '../modules/organizations/index.js';
import { ProvidersModule } from '../modules/providers/index.js';
import { ReviewsModule } from '../modules/reviews/index.js';
import { RulesModule } from '../modules/rules/index.js';
import { ScreeningModule } from '../modules/screening/index.js';
import { SearchesModule } from '../modules/searches/index.js';
import { SeekersModule } from '../modules/seekers/index.js';
import { TaxonomyModule } from '../modules/taxonomy/index.js';
import { VerificationModule } from '../modules/verification/index.js';
import { AuthModule } from '../platform/auth/index.js';
import { AccountPages } from './account/account.pages.js';
import { DeskKeysPages } from './account/desk-keys.pages.js';
import { KeysPages } from './account/keys.pages.js';
import { MailsPages } from './account/mails.pages.js';
import { NotificationsPages } from './account/notifications.pages.js';
import { SavedSearchesPages } from './account/searches.pages.js';
import { SessionsPages } from './account/sessions.pages.js';
import { AdminModule } from './admin/admin.module.js';
import { ConsentFormPages } from './consent-form/consent-form.pages.js';
import { ContactPages } from './contact/contact.pages.js';
import { CountryPages } from './countries/countries.pages.js';
import { DashboardPages } from './dashboard/dashboard.pages.js';
import { DashboardReader } from './dashboard/dashboard.view.js';
import { DeskPages } from './desk/desk.pages.js';
import { DossierPages } from './dossier/dossier.pages.js';
import { EndorsementPages } from './endorsements/endorsements.pages.js';
import { CrawlersController } from './feeds/crawlers.controller.js';
import { FeedsController } from './feeds/feeds.controller.js';
import { HelpPages } from './help/help.pages.js';
import { HomePages } from './home/home.pages.js';
import { InsightTablesController } from './insights/insight-tables.controller.js';
import { InsightsPages } from './insights/insights.pages.js';
import { InsightsService } from './insights/insights.service.js';
import { LegalPages } from './legal/legal.pages.js';
import { AnswerPages } from './listing/answer.pages.js';
import { ListingPages } from './listing/listing.pages.js';
import { DeskClaimsPages } from './match-review/desk-claims.pages.js';
import { DeskDecisionsPages } from './match-review/desk-decisions.pages.js';
import { DeskMatchScreen } from './match-review/desk-match.screen.js';
import { DeskMatchesPages } from './match-review/desk-matches.pages.js';
import { MatchForms } from './matches/match-forms.js';
import { MatchQuestionsPages } from './matches/match-questions.pages.js';
import { MatchReading } from './matches/match-reading.js';
import { MatchStepsPages } from './matches/match-steps.pages.js';
import { MatchesPages } from './matches/matches.pages.js';
import { MyListingsModule } from './my-listings/my-listings.module.js';
import { ConsentPages } from './on-behalf/consents.pages.js';
import { KeptReading } from './on-behalf/kept-reading.js';
import { KeptPages } from './on-behalf/kept.pages.js';
import { OrganizationDecisionPages } from './organization-desk/decisions.pages.js';
import { OrganizationKeepingPages } from './organization-desk/keeping.pages.js';
import { OrganizationDeskPages } from './organization-desk/organizations.pages.js';
import { ScreeningPages } from './organization-desk/screening.pages.js';
import { ConsentsPages } from './organization/consents.pages.js';
import { MembersPages } from './organization/members.pages.js';
import { OrganizationPages } from './organization/organization.pages.js';
import { PapersPages } from './organization/papers.pages.js';
import { ProfilesPages } from './organization/profiles.pages.js';
import { PublicOrganizationPages } from './organizations-public/organization.pages.js';
import { PagesModule } from './page/pages.module.js';
import { DecisionPages } from './review/decision.pages.js';
import { ReviewReading } from './review/review-reading.js';
import { ReviewPages } from './review/review.pages.js';
import { SearchPages } from './search/search.pages.js';
import { ShortlistPages } from './shortlist/shortlist.pages.js';
import { InvitationPages } from './sign-in/invitation.pages.js';
import { ResetPages } from './sign-in/reset.pages.js';
import { SignInPages } from './sign-in/sign-in.pages.js';
import { UnsubscribePages } from './sign-in/unsubscribe.pages.js';
import { VerifyPages } from './sign-in/verify.pages.js';
import { WelcomePages } from './sign-in/welcome.pages.js';
import { Module } from '@nestjs/common';

/** Pages for people. They call the same services and queries as the API. */
@Module({
  imports: [
    AdminModule,
    AuthModule,
    CatalogueModule,
    CentresModule,
    FilesModule,
    IdentityModule,
    ListingsModule,
    MatchingModule,
    MyListingsModule,
    NotificationsModule,
    OrganizationsModule,
    PagesModule,
    ProvidersModule,
    ReviewsModule,
    RulesModule,
    ScreeningModule,
    SearchesModule,
    SeekersModule,
    TaxonomyModule,
    VerificationModule,
  ],
  controllers: [
    AccountPages,
    AnswerPages,
    ConsentFormPages,
    ConsentPages,
    ConsentsPages,
    ContactPages,
    CountryPages,
    CrawlersController,
    DashboardPages,
    DecisionPages,
    DeskClaimsPages,
    DeskDecisionsPages,
    DeskMatchesPages,
    DeskPages,
    DossierPages,
    EndorsementPages,
    FeedsController,
    HelpPages,
    HomePages,
    InsightTablesController,
    InsightsPages,
    InvitationPages,
    KeptPages,
    DeskKeysPages,
    KeysPages,
    LegalPages,
    ListingPages,
    MailsPages,
    MatchQuestionsPages,
    MatchStepsPages,
    MatchesPages,
    MembersPages,
    NotificationsPages,
    OrganizationDecisionPages,
    OrganizationDeskPages,
    OrganizationKeepingPages,
    OrganizationPages,
    PapersPages,
    ProfilesPages,
    PublicOrganizationPages,
    ResetPages,
    ReviewPages,
    SavedSearchesPages,
    ScreeningPages,
    SearchPages,
    SessionsPages,
    ShortlistPages,
    SignInPages,
    UnsubscribePages,
    VerifyPages,
    WelcomePages,
  ],
  providers: [DashboardReader, DeskMatchScreen, InsightsService, KeptReading, MatchForms, MatchReading, ReviewReading],
})
export class WebModule {}
