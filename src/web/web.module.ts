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
import { ConsentFormController } from './consent-form/consent-form.controller.js';
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
import { PagesModule } from './page/pages.module.js';
import { SearchPages } from './search/search.pages.js';
import { SignInPages } from './sign-in/sign-in.pages.js';
import { ReviewsModule } from '../modules/reviews/index.js';
import { SeekersModule } from '../modules/seekers/index.js';
import { DeskPages } from './desk/desk.pages.js';
import { DecisionPages } from './review/decision.pages.js';
import { ReviewPages } from './review/review.pages.js';
import { ReviewReading } from './review/review-reading.js';

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
    SearchesModule,
    TaxonomyModule,
    ReviewsModule,
    SeekersModule,
  ],
  controllers: [
    ConsentFormController,
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
  ],
  providers: [DeskMatchScreen, InsightsService, MatchForms, MatchReading, ReviewReading],
})
export class WebModule {}
