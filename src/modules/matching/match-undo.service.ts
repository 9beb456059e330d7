import { Injectable } from '@nestjs/common';
import { personIdOf, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/errors.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { saidYes } from './match-listings.js';
import { MatchRules } from './match-rules.js';
import { MatchSteps, type OpenMatch, type StepRequest } from './match-steps.js';
import { matchLifecycle, MATCH_SIDES } from './match.lifecycle.js';
import { undoMinutes } from './match.rules.js';

/** Takes a no back that was a slip. An introduction cannot be taken back: the two know each other. */
@Injectable()
export class MatchUndo {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly steps: MatchSteps,
    private readonly rules: MatchRules,
  ) {}

  /**
   * By the person who declined or rejected it, within some minutes. Each yes that had been given counts again.
   * @throws DomainError `match.undo-not-possible` (409).
   */
  async undo(actor: Actor, id: string, request: StepRequest): Promise<void> {
    await this.uow.run(async () => {
      const open = await this.steps.open(actor, id);
      const edge = this.steps.check(actor, open, 'undo', request);
      const { match } = open;
      const minutes = await this.rules.of(match, undoMinutes);
      if (match.endedBy !== personIdOf(actor)) throw refused('Somebody else has decided on it: she alone can take that back.');
      const rows = await this.uow.query<{ from: string; late: boolean }>(
        `SELECT e.from_state AS "from", m.ended_at < gate_now() - make_interval(mins => $2) AS late
         FROM match m JOIN match_event e ON e.match_id = m.id WHERE m.id = $1 ORDER BY e.id DESC LIMIT 1`,
        [id, minutes],
      );
      if (rows[0]?.late !== false) throw refused(`That is more than ${minutes} minutes ago.`);
      if (rows[0].from === 'held') throw refused('It had not been shown to anybody yet: propose it again.');
      const again = { endedAt: null, endedBy: null, endedSide: null, endReason: null, endNote: null, endReasonShared: true, until: null };
      await this.steps.take(actor, open, edge, { ...again, ...(match.state === 'rejected' && { reviewerId: null, ticks: null }) });
      for (const side of MATCH_SIDES.filter((one) => saidYes(match, one))) await this.sayAgain(actor, { ...open, side });
    });
  }

  private async sayAgain(actor: Actor, open: OpenMatch): Promise<void> {
    const side = open.side ?? 'seeker';
    await this.steps.take(actor, open, matchLifecycle.take('express-interest', open.match.state, [side]));
  }
}

const refused = (detail: string): DomainError => new DomainError('conflict', 'match.undo-not-possible', { detail });
