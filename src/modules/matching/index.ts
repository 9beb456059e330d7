import { MatchEventEntity } from './match-event.entity.js';
import { MatchOutcomeEntity } from './match-outcome.entity.js';
import { MatchPolicyEntity } from './match-policy.entity.js';
import { MatchQuestionEntity } from './match-question.entity.js';
import { MatchEntity } from './match.entity.js';
import { NeedMatchSetEntity } from './need-match-set.entity.js';

export { AwaitedMatches, type AwaitedMatch } from './awaited-matches.queries.js';
export { MatchingModule } from './matching.module.js';
export { matchesFound, matchAsked, matchMoved, matchReady, matchWaiting } from './matching.events.js';
export { rescoreAllJob } from './matching.jobs.js';
export {
  matchLifecycle,
  MATCH_SIDES,
  MATCH_STATES,
  otherSide,
  type MatchSide,
  type MatchState,
  type MatchTransition,
} from './match.lifecycle.js';
export { MatchClaims } from './match-claims.service.js';
export { MatchInterestService } from './match-interest.service.js';
export { MatchOpeningService } from './match-opening.service.js';
export { MatchOutcomesService } from './match-outcomes.service.js';
export { MatchRanking } from './match-ranking.service.js';
export { MatchQuestions } from './match-questions.service.js';
export { MatchReviewService } from './match-review.service.js';
export { MatchTimersJobs, MATCHING_DAILY } from './match-timers.jobs.js';
export { MATCH_GROUPS, type MatchGroup } from './match-groups.queries.js';
export { MatchScreens, type MatchGroupView, type MatchStepView } from './match-screens.service.js';
export { MatchUndo } from './match-undo.service.js';
export { headingOf } from './match-words.js';
export { OUTCOME_STATUSES } from './match-outcome.entity.js';
export { newAnswer, newQuestion, type QuestionView, type QuestionsView } from './match-questions.schemas.js';
export { MatchesService } from './matches.service.js';
export {
  declineStep,
  matchAssignment,
  matchesQuery,
  matchStep,
  newMatch,
  outcomeReport,
  reviewStep,
  type MatchesQuery,
  type MatchView,
  type OutcomeView,
} from './matches.schemas.js';
export { MatchesQueries } from './matches.queries.js';
export const matchingEntities = [
  MatchEntity,
  NeedMatchSetEntity,
  MatchEventEntity,
  MatchOutcomeEntity,
  MatchPolicyEntity,
  MatchQuestionEntity,
];
export { verificationDays } from './match.rules.js';
export { DECIDABLE } from './match-waits.js';
export { MATCH_WAITS } from './match-waits.jobs.js';
export { type CountryFlow, MatchFlowsQueries } from './match-flows.queries.js';
export { NOT_STATED, SET_SIZE, THRESHOLD } from './scoring/index.js';
export { workedExample, type WorkedExample } from './worked-example.js';
