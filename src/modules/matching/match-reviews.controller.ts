import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Answer, Can, CurrentActor, uuid } from '../../platform/http/index.js';
import { MatchClaims } from './match-claims.service.js';
import { matchAssignment, type MatchAssignment, matchView, type MatchView } from './matches.schemas.js';
import { MatchesService } from './matches.service.js';

/** Who reviews a match. Decisions are taken on the match itself; what waits: GET /api/v1/matches?order=oldest. */
@Controller('api/v1/match-reviews')
export class MatchReviewsController {
  constructor(
    private readonly claims: MatchClaims,
    private readonly matches: MatchesService,
  ) {}

  @Post(':id/claim')
  @HttpCode(200)
  @Can('match-review.claim')
  @Answer(200, matchView, 'You take it on: nobody else decides meanwhile.')
  async claim(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: Actor): Promise<MatchView> {
    await this.claims.claim(actor, id);
    return this.matches.one(actor, id);
  }

  @Post(':id/release')
  @HttpCode(200)
  @Can('match-review.release')
  @Answer(200, matchView, 'Any administrator may take it on again.')
  async release(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: Actor): Promise<MatchView> {
    await this.claims.release(actor, id);
    return this.matches.one(actor, id);
  }

  @Post(':id/assign')
  @HttpCode(200)
  @Can('match-review.assign')
  @Answer(200, matchView, 'An administrator gives it to one who belongs to neither side and did not bring them together.')
  async assign(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: matchAssignment }) { personId }: MatchAssignment,
    @CurrentActor() actor: Actor,
  ): Promise<MatchView> {
    await this.claims.assign(actor, id, personId);
    return this.matches.one(actor, id);
  }
}
