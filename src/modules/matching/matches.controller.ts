import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import type { Page } from '../../kernel/pagination.js';
import { Answer, Can, CurrentActor, Idempotent, IfMatch, uuid } from '../../platform/http/index.js';
import { MatchInterestService } from './match-interest.service.js';
import { MatchOpeningService } from './match-opening.service.js';
import { MatchOutcomesService } from './match-outcomes.service.js';
import { MatchUndo } from './match-undo.service.js';
import { MatchReviewService } from './match-review.service.js';
import { MatchScreens } from './match-screens.service.js';
import {
  declineStep,
  matchesQuery,
  matchPage,
  matchStep,
  reviewStep,
  type ReviewStepBody,
  matchView,
  newMatch,
  outcomeReport,
  outcomesView,
  type OutcomesView,
  type DeclineBody,
  type MatchesQuery,
  type MatchStepBody,
  type MatchView,
  type NewMatchBody,
  type OutcomeBody,
} from './matches.schemas.js';
import { MatchesService } from './matches.service.js';

@Controller('api/v1/matches')
export class MatchesController {
  constructor(
    private readonly matches: MatchesService,
    private readonly opening: MatchOpeningService,
    private readonly interest: MatchInterestService,
    private readonly review: MatchReviewService,
    private readonly outcomes: MatchOutcomesService,
    private readonly undoing: MatchUndo,
    private readonly screens: MatchScreens,
  ) {}

  @Get()
  @Can('match.read')
  @Answer(200, matchPage, 'Matches of the organization the caller acts for, best first; staff see those of their countries, or all.')
  list(@Query({ schema: matchesQuery }) query: MatchesQuery, @CurrentActor() actor: Actor): Promise<Page<MatchView>> {
    return this.matches.page(actor, query);
  }

  @Get(':id')
  @Can('match.read')
  @Answer(200, matchView, 'One match with its explanation; once introduced, with the contact person of each side.')
  one(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: Actor): Promise<MatchView> {
    return this.matches.one(actor, id);
  }

  @Get(':id/outcomes')
  @Can('match.outcomes')
  @Answer(200, outcomesView, 'What became of the introduction, the newest first: as your side told it; as both did, for those who oversee them.')
  async listOutcomes(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: Actor): Promise<OutcomesView> {
    return { items: await this.screens.outcomes(actor, id) };
  }

  @Post()
  @Can('match.open')
  @Idempotent({ replay: 'one' })
  @Answer(201, matchView, 'Opens a match: as a member with the yes of the own side, as an officer or administrator as a proposal to both, with a note that says why.')
  async open(@Body({ schema: newMatch }) body: NewMatchBody, @CurrentActor() actor: Actor): Promise<MatchView> {
    const { id } = await this.opening.open(actor, body);
    return this.matches.one(actor, id);
  }

  @Post(':id/express-interest')
  @Can('match.express-interest')
  @Idempotent({ replay: 'one' })
  @Answer(200, matchView, 'Says yes for the own side, or yes again where the terms have changed. The second yes puts the match under review.')
  async expressInterest(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: matchStep }) body: MatchStepBody,
    @IfMatch() seen: number | null,
    @CurrentActor() actor: Actor,
  ): Promise<MatchView> {
    await this.interest.expressInterest(actor, id, { ...body, seen });
    return this.matches.one(actor, id);
  }

  @Post(':id/decline')
  @Can('match.decline')
  @Idempotent({ replay: 'one' })
  @Answer(200, matchView, 'Says no, with a reason; "not-now" comes with the day from which to ask again.')
  async decline(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: declineStep }) body: DeclineBody,
    @IfMatch() seen: number | null,
    @CurrentActor() actor: Actor,
  ): Promise<MatchView> {
    await this.interest.decline(actor, id, { ...body, seen });
    return this.matches.one(actor, id);
  }

  @Post(':id/withdraw')
  @Can('match.withdraw')
  @Idempotent({ replay: 'one' })
  @Answer(200, matchView, 'Takes the own yes back before the introduction, which ends the match.')
  async withdraw(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: matchStep }) body: MatchStepBody,
    @IfMatch() seen: number | null,
    @CurrentActor() actor: Actor,
  ): Promise<MatchView> {
    await this.interest.withdraw(actor, id, { ...body, seen });
    return this.matches.one(actor, id);
  }

  @Post(':id/approve')
  @Can('match.approve')
  @Idempotent({ replay: 'one' })
  @Answer(200, matchView, 'Introduces the two sides; by an administrator who belongs to neither and did not bring them together.')
  async approve(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: reviewStep }) body: ReviewStepBody,
    @IfMatch() seen: number | null,
    @CurrentActor() actor: Actor,
  ): Promise<MatchView> {
    await this.review.approve(actor, id, { ...body, seen });
    return this.matches.one(actor, id);
  }

  @Post(':id/reject')
  @Can('match.reject')
  @Idempotent({ replay: 'one' })
  @Answer(200, matchView, 'Ends a match before an introduction, with a reason that both sides see.')
  async reject(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: reviewStep }) body: ReviewStepBody,
    @IfMatch() seen: number | null,
    @CurrentActor() actor: Actor,
  ): Promise<MatchView> {
    await this.review.reject(actor, id, { ...body, seen });
    return this.matches.one(actor, id);
  }

  @Post(':id/appeal')
  @Can('match.appeal')
  @Idempotent({ replay: 'one' })
  @Answer(200, matchView, 'Has another administrator look at a rejection; once, within thirty days.')
  async appeal(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: matchStep }) body: MatchStepBody,
    @IfMatch() seen: number | null,
    @CurrentActor() actor: Actor,
  ): Promise<MatchView> {
    await this.review.appeal(actor, id, { ...body, seen });
    return this.matches.one(actor, id);
  }

  @Post(':id/undo')
  @Can('match.undo')
  @Idempotent({ replay: 'one' })
  @Answer(200, matchView, 'Takes back what you have declined or rejected yourself, within ten minutes.')
  async undo(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: matchStep }) body: MatchStepBody,
    @IfMatch() seen: number | null,
    @CurrentActor() actor: Actor,
  ): Promise<MatchView> {
    await this.undoing.undo(actor, id, { ...body, seen });
    return this.matches.one(actor, id);
  }

  @Post(':id/release')
  @Can('match.release')
  @Idempotent({ replay: 'one' })
  @Answer(200, matchView, 'Shows a held match to both sides.')
  async release(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: matchStep }) body: MatchStepBody,
    @IfMatch() seen: number | null,
    @CurrentActor() actor: Actor,
  ): Promise<MatchView> {
    await this.review.release(actor, id, { ...body, seen });
    return this.matches.one(actor, id);
  }

  @Post(':id/report-outcome')
  @Can('match.report-outcome')
  @Idempotent({ replay: 'one' })
  @Answer(200, matchView, 'What became of the introduction; when both sides report an agreement, the match is converted.')
  async reportOutcome(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: outcomeReport }) body: OutcomeBody,
    @IfMatch() seen: number | null,
    @CurrentActor() actor: Actor,
  ): Promise<MatchView> {
    await this.outcomes.report(actor, id, { ...body, seen });
    return this.matches.one(actor, id);
  }
}
