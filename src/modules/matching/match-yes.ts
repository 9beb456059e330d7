import { Injectable } from '@nestjs/common';
import { personIdOf, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/errors.js';
import { MatchInterestService, yesOf } from './match-interest.service.js';
import { MatchListingsReader } from './match-listings.js';
import { MatchSteps } from './match-steps.js';
import type { MatchEntity } from './match.entity.js';
import { matchLifecycle, type MatchSide } from './match.lifecycle.js';
import type { MatchPatch } from './match.repository.js';

/** A yes together with the opening of a match. */
@Injectable()
export class MatchYes {
  constructor(
    private readonly interest: MatchInterestService,
    private readonly steps: MatchSteps,
    private readonly listings: MatchListingsReader,
  ) {}

  /** On a held match the yes is kept until an administrator releases it, and the match becomes visible to this side. */
  async first(actor: Actor, match: MatchEntity, side: MatchSide, note: string | undefined): Promise<void> {
    const open = { match, roles: [side], side };
    if (match.state !== 'held') return this.interest.sayYes(actor, open, matchLifecycle.take('express-interest', match.state, [side]), note);
    if (match.openedSide === side && (side === 'seeker' ? match.seekerYesAt : match.providerYesAt))
      throw new DomainError('conflict', 'match.already-said-yes', { detail: 'Your side has said yes already: an administrator looks at it first.' });
    const opened: MatchPatch = { openedBy: personIdOf(actor), openedSide: side };
    await this.steps.wait(actor, open, { ...opened, ...yesOf(actor, side, await this.listings.of(match), note) });
  }
}
