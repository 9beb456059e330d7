import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/index.js';
import { IdentityModule } from '../identity/index.js';
import { ListingsModule } from '../listings/index.js';
import { OrganizationsModule } from '../organizations/index.js';
import { RulesModule } from '../rules/index.js';
import { TaxonomyModule } from '../taxonomy/index.js';
import { AwaitedMatches } from './awaited-matches.queries.js';
import { MatchClaims } from './match-claims.service.js';
import { MatchEndingsJobs } from './match-endings.jobs.js';
import { MatchFlowsQueries } from './match-flows.queries.js';
import { MatchGroupsQueries } from './match-groups.queries.js';
import { MatchInterestService } from './match-interest.service.js';
import { MatchListingsReader } from './match-listings.js';
import { MatchOpeningService } from './match-opening.service.js';
import { MatchOrder } from './match-order.js';
import { MatchOutcomesService } from './match-outcomes.service.js';
import { MatchRanking } from './match-ranking.service.js';
import { MatchReasons } from './match-reasons.js';
import { MatchReviewsController } from './match-reviews.controller.js';
import { MatchReviewService } from './match-review.service.js';
import { MatchRules } from './match-rules.js';
import { MatchRunsJobs } from './match-runs.jobs.js';
import { MatchRuns } from './match-runs.service.js';
import { MatchScreens } from './match-screens.service.js';
import { MatchSetRepository } from './match-set.repository.js';
import { MatchStandstills } from './match-standstills.js';
import { MatchSteps } from './match-steps.js';
import { MatchTimersJobs } from './match-timers.jobs.js';
import { MatchPatience } from './match-patience.js';
import { MatchWaitsJobs } from './match-waits.jobs.js';
import { MatchWaitsQueries } from './match-waits.queries.js';
import { MatchQuestionsController } from './match-questions.controller.js';
import { MatchQuestions } from './match-questions.service.js';
import { MatchYes } from './match-yes.js';
import { MatchRepository } from './match.repository.js';
import { MatchSilence } from './match-silence.js';
import { MatchUndo } from './match-undo.service.js';
import { MatchesController } from './matches.controller.js';
import { MatchesQueries } from './matches.queries.js';
import { MatchesService } from './matches.service.js';

const engine = [
  MatchRanking,
  MatchSetRepository,
  MatchOrder,
  MatchRuns,
  MatchRunsJobs,
  MatchTimersJobs,
  MatchEndingsJobs,
  MatchWaitsJobs,
  MatchWaitsQueries,
  MatchSilence,
  MatchStandstills,
];
const people = [MatchGroupsQueries, MatchPatience, MatchRepository, MatchSteps, MatchListingsReader, MatchReasons, MatchRules, MatchYes];
const services = [
  AwaitedMatches,
  MatchesQueries,
  MatchesService,
  MatchScreens,
  MatchInterestService,
  MatchClaims,
  MatchReviewService,
  MatchOpeningService,
  MatchOutcomesService,
  MatchQuestions,
  MatchUndo,
];

@Module({
  imports: [CatalogueModule, IdentityModule, ListingsModule, OrganizationsModule, RulesModule, TaxonomyModule],
  controllers: [MatchesController, MatchQuestionsController, MatchReviewsController],
  providers: [...engine, ...people, ...services, MatchFlowsQueries],
  exports: [...services, MatchFlowsQueries, MatchRanking, MatchTimersJobs],
})
export class MatchingModule {}
