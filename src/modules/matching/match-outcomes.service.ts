import { Injectable } from '@nestjs/common';
import { personIdOf, system, type Actor } from '../../kernel/actor.js';
import { DomainEvents } from '../../platform/events/domain-events.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { OutcomeQuantity, OutcomeStatus } from './match-outcome.entity.js';
import { matchWaiting } from './matching.events.js';
import { MatchReasons } from './match-reasons.js';
import { MatchSteps, type OpenMatch } from './match-steps.js';
import { matchLifecycle, MATCH_SIDES, type MatchTransition } from './match.lifecycle.js';
import { BUSINESS_NOW, MatchRepository, type MatchPatch } from './match.repository.js';

export interface OutcomeReport {
  status: OutcomeStatus;
  note?: string | undefined;
  /** Worth of what was agreed. */
  value?: number | undefined;
  currency?: string | undefined;
  quantities: OutcomeQuantity[];
  seen: number | null;
}

/** What one side cannot say while the other says something else, without somebody asking how that is. */
const DECISIVE: readonly OutcomeStatus[] = ['agreed', 'ended'];

/** What the parties say became of their introduction. */
@Injectable()
export class MatchOutcomesService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly steps: MatchSteps,
    private readonly matches: MatchRepository,
    private readonly codes: MatchReasons,
    private readonly events: DomainEvents,
  ) {}

  /** Keeps the report. Talks that begin, and what both sides say of their end, move the match on in the same commit. */
  async report(actor: Actor, id: string, report: OutcomeReport): Promise<void> {
    await this.uow.run(async () => {
      const open = await this.steps.open(actor, id);
      const edge = this.steps.check(actor, open, 'report-outcome', { seen: report.seen });
      await this.codes.requireCurrency(report.currency);
      const personId = personIdOf(actor);
      if (!open.side || !personId) throw new Error('an outcome without a side');
      const { status, note = null, currency = null, quantities } = report;
      const value = report.value === undefined ? null : String(report.value);
      await this.matches.addOutcome({ matchId: id, side: open.side, personId, status, note, value, currency, quantities });
      await this.steps.take(actor, open, edge);
      await this.moveOn(open);
    });
  }

  private async moveOn(open: OpenMatch): Promise<void> {
    const { match } = open;
    const last = await this.matches.lastOutcomes(match.id);
    const bothSay = (status: OutcomeStatus) => MATCH_SIDES.every((side) => last.some((one) => one.side === side && one.status === status));
    if (bothSay('agreed')) await this.follow(open, 'convert');
    else if (bothSay('ended')) await this.follow(open, 'lapse', { endedAt: BUSINESS_NOW });
    else if (MATCH_SIDES.every((side) => last.some((one) => one.side === side)) && DECISIVE.some((status) => last.some((one) => one.status === status)))
      await this.events.publish(matchWaiting, { matchId: match.id, waitsFor: 'both', nudge: 'outcomes-differ', since: match.updatedAt.toISOString() });
    if (match.state === 'introduced' && last.some(({ status }) => status === 'talking' || status === 'agreed')) await this.follow(open, 'begin-dialogue');
  }

  private async follow({ match, roles }: OpenMatch, name: MatchTransition, patch: MatchPatch = {}): Promise<void> {
    await this.steps.take(system('matching.outcomes'), { match, roles, side: null }, matchLifecycle.take(name, match.state, ['system']), patch);
  }
}
