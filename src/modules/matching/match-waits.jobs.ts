import { Injectable, type OnModuleInit } from '@nestjs/common';
import { system } from '../../kernel/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../platform/events/domain-events.js';
import { Schedule } from '../../platform/queue/schedule.js';
import { MatchPatience, type Place } from './match-patience.js';
import { MatchSteps } from './match-steps.js';
import { nudgeOf, type Patience, waitOf } from './match-waits.js';
import { MatchWaitsQueries } from './match-waits.queries.js';
import type { MatchEntity } from './match.entity.js';
import { matchLifecycle, type MatchSide } from './match.lifecycle.js';
import { BUSINESS_NOW, MatchRepository } from './match.repository.js';
import { matchWaiting } from './matching.events.js';

/** Name of the recurring task. */
export const MATCH_WAITS = 'matching.waits';

const EVERY_MS = 10 * 60_000;
const ACTOR = system('task:matching.waits');

/** When nobody answers: sides are reminded, desks are told, and what nobody wants ends. Every match in a commit of its own. */
@Injectable()
export class MatchWaitsJobs implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly schedule: Schedule,
    private readonly matches: MatchRepository,
    private readonly waits: MatchWaitsQueries,
    private readonly patience: MatchPatience,
    private readonly steps: MatchSteps,
    private readonly events: DomainEvents,
  ) {}

  onModuleInit(): void {
    this.schedule.every(MATCH_WAITS, EVERY_MS, () => this.run());
  }

  async run(): Promise<void> {
    const patience = await this.patience.today();
    for (const id of await this.waits.waiting()) await this.uow.run(() => this.look(id, patience));
    for (const id of await this.waits.quiet()) await this.uow.run(() => this.endQuietly(id));
    await this.uow.run(() => this.askOutcomes());
    await this.uow.run(() => this.waits.endClaims());
  }

  private async look(id: string, patience: (place: Place) => Patience): Promise<void> {
    const match = await this.matches.lockFree(id);
    const facts = match && (await this.waits.facts(match));
    if (!match || !facts || facts.frozen) return;
    const wait = waitOf(match, facts.unverified, facts.questions);
    if (!wait) return;
    const country = wait.for === 'provider' ? match.offerCountry : match.needCountry;
    const due = nudgeOf(wait, match.nudged, patience({ facility: facts.facility, country }), facts.now);
    if (!due) return;
    if (due.nudge === 'lapse' && wait.for !== 'administrators') return this.lapse(match, wait.for);
    await this.matches.nudged(id, due.done);
    await this.events.publish(matchWaiting, { matchId: id, waitsFor: wait.for, nudge: due.nudge, since: wait.since.toISOString() });
  }

  /** The end by silence: the side that did not answer is named, and the other one is told. */
  private async lapse(match: MatchEntity, side: MatchSide): Promise<void> {
    const edge = matchLifecycle.take('lapse', match.state, ['system']);
    const patch = { endedAt: BUSINESS_NOW, endedSide: side, endReason: 'no-answer' };
    await this.steps.take(ACTOR, { match, roles: ['system'], side }, edge, patch, { reason: 'no-answer' });
  }

  private async endQuietly(id: string): Promise<void> {
    const match = await this.matches.lockFree(id);
    if (match?.state !== 'suggested') return;
    const edge = matchLifecycle.take('lapse', match.state, ['system']);
    await this.steps.take(ACTOR, { match, roles: ['system'], side: null }, edge, { endedAt: BUSINESS_NOW, endReason: 'no-answer' }, {
      reason: 'no-answer',
    });
  }

  private async askOutcomes(): Promise<void> {
    for (const { id, days } of await this.waits.takeOutcomeQuestions())
      await this.events.publish(matchWaiting, { matchId: id, waitsFor: 'both', nudge: 'ask-outcome', since: String(days) });
  }
}
