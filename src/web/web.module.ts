import { Module } from '@nestjs/common';
import { CatalogueModule } from '../modules/catalogue/index.js';
import { CentresModule } from '../modules/centres/index.js';
import { IdentityModule } from '../modules/identity/index.js';
import { ListingsModule } from '../modules/listings/index.js';
import { MatchingModule } from '../modules/matching/index.js';
import { RulesModule } from '../modules/rules/index.js';
import { SearchesModule } from '../modules/searches/index.js';
import { TaxonomyModule } from '../modules/taxonomy/index.js';
import { AuthModule } from '../platform/auth/index.js';
import { AdminModule } from './admin/admin.module.js';
import { CrawlersController } from './feeds/crawlers.controller.js';
import { FeedsController } from './feeds/feeds.controller.js';
import { HelpPages } from './help/help.pages.js';
import { DossierPages } from './dossier/dossier.pages.js';
import { HomePages } from './home/home.pages.js';
import { InsightTablesController } from './insights/insight-tables.controller.js';
import { InsightsPages } from './insights/insights.pages.js';
import { InsightsService } from './insights/insights.service.js';
import { LegalPages } from './legal/legal.pages.js';
import { DeskDecisionsPages } from './match-review/desk-decisions.pages.js';
import { DeskMatchScreen } from './match-review/desk-match.screen.js';
import { DeskMatchesPages } from './match-review/desk-matches.pages.js';
import { MatchForms } from './matches/match-forms.js';
import { MatchQuestionsPages } from './matches/match-questions.pages.js';
import { MatchReading } from './matches/match-reading.js';
import { MatchStepsPages } from './matches/match-steps.pages.js';
import { MatchesPages } from './matches/matches.pages.js';
import { MyListingsModule } from './my-listings/my-listings.module.js';
import { PagesModule } from './page/pages.module.js';
import { SearchPages } from './search/search.pages.js';
import { SignInPages } from './sign-in/sign-in.pages.js';
import { ReviewsModule } from '../modules/reviews/index.js';
import { SeekersModule } from '../modules/seekers/index.js';
import { DeskPages } from './desk/desk.pages.js';
import { DecisionPages } from './review/decision.pages.js';
import { ReviewPages } from './review/review.pages.js';
import { ReviewReading } from './review/review-reading.js';
import { FilesModule } from '../modules/files/index.js';
import { OrganizationsModule } from '../modules/organizations/index.js';
import { ScreeningModule } from '../modules/screening/index.js';
import { VerificationModule } from '../modules/verification/index.js';
import { ConsentFormPages } from './consent-form/consent-form.pages.js';
import { CountryPages } from './countries/countries.pages.js';
import { EndorsementPages } from './endorsements/endorsements.pages.js';
import { ConsentPages } from './on-behalf/consents.pages.js';
import { KeptPages } from './on-behalf/kept.pages.js';
import { KeptReading } from './on-behalf/kept-reading.js';
import { OrganizationDecisionPages } from './organization-desk/decisions.pages.js';
import { OrganizationDeskPages } from './organization-desk/organizations.pages.js';
import { ScreeningPages } from './organization-desk/screening.pages.js';

/** Pages for people. They call the same services and queries as the API. */
@Module({
  imports: [
    AdminModule,
    PagesModule,
    AuthModule,
    CatalogueModule,
    CentresModule,
    IdentityModule,
    ListingsModule,
    MatchingModule,
    RulesModule,
    MyListingsModule,
    SearchesModule,
    TaxonomyModule,
    ReviewsModule,
    SeekersModule,
    FilesModule,
    OrganizationsModule,
    ScreeningModule,
    VerificationModule,
  ],
  controllers: [
    CrawlersController,
    DeskDecisionsPages,
    DeskMatchesPages,
    FeedsController,
    HelpPages,
    HomePages,
    InsightTablesController,
    InsightsPages,
    LegalPages,
    MatchQuestionsPages,
    MatchStepsPages,
    MatchesPages,
    SearchPages,
    SignInPages,
    DeskPages,
    ReviewPages,
    DecisionPages,
    DossierPages,
    ConsentFormPages,
    CountryPages,
    EndorsementPages,
    ConsentPages,
    KeptPages,
    OrganizationDecisionPages,
    OrganizationDeskPages,
    ScreeningPages,
  ],
  providers: [DeskMatchScreen, InsightsService, MatchForms, MatchReading, ReviewReading, KeptReading],
})
export class WebModule {}
