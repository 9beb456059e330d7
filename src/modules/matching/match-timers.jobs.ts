import { Injectable, type OnModuleInit } from '@nestjs/common';
import { system } from '../../kernel/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../platform/events/domain-events.js';
import { Handles, type JobRun } from '../../platform/queue/handles.js';
import { Jobs } from '../../platform/queue/jobs.js';
import { Schedule } from '../../platform/queue/schedule.js';
import { engineRenewed } from '../catalogue/index.js';
import { groupMembershipChanged } from '../taxonomy/index.js';
import { MatchSteps } from './match-steps.js';
import { matchLifecycle } from './match.lifecycle.js';
import { MatchRepository } from './match.repository.js';
import { rescoreAllJob, returnDeclinedJob } from './matching.jobs.js';

const EVERY_MS = 10 * 60_000;
const RETURN_SLICE = 200;

/** Name of the recurring task. */
export const MATCHING_DAILY = 'matching.daily';

/** What the calendar and a new engine bring about: scores of today, and pairs that were "not now". */
@Injectable()
export class MatchTimersJobs implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly schedule: Schedule,
    private readonly events: DomainEvents,
    private readonly matches: MatchRepository,
    private readonly steps: MatchSteps,
  ) {}

  onModuleInit(): void {
    this.events.on(engineRenewed, () => this.rescore());
    this.events.on(groupMembershipChanged, () => this.rescore());
    this.schedule.every(MATCHING_DAILY, EVERY_MS, () => this.daily());
  }

  /** Asks for every set anew, once however often it is asked before it starts. Inside a unit of work. */
  rescore(): Promise<string> {
    return this.jobs.add(rescoreAllJob, {}, { dedupe: 'all' });
  }

  @Handles(returnDeclinedJob)
  async returnDeclined(_: object, run: JobRun): Promise<void> {
    for (const id of await this.matches.dueAgain(RETURN_SLICE)) {
      run.signal.throwIfAborted();
      await this.uow.run(() => this.suggestAgain(id));
    }
    await run.complete(async () => undefined);
  }

  private async daily(): Promise<void> {
    await this.uow.run(async () => {
      const [due] = await this.uow.query<{ scores: boolean; declined: boolean }>(
        `SELECT EXISTS (SELECT FROM catalogue_listing c JOIN need_match_set s ON s.need_id = c.id
                        WHERE s.matched_at < date_trunc('day', gate_now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC') AS scores,
                EXISTS (SELECT FROM match WHERE state = 'declined' AND until <= (gate_now() AT TIME ZONE 'UTC')::date) AS declined`,
      );
      if (due?.scores) await this.rescore();
      if (due?.declined) await this.jobs.add(returnDeclinedJob, {}, { dedupe: 'all' });
    });
  }

  /** With a clean sheet: a yes from before the refusal is asked for anew. */
  private async suggestAgain(id: string): Promise<void> {
    const match = await this.matches.lock(id);
    if (match?.state !== 'declined' || match.until === null) return;
    const edge = matchLifecycle.take('return', match.state, ['system']);
    await this.steps.take(system('job:matching.return-declined'), { match, roles: ['system'], side: null }, edge, CLEAN_SHEET);
  }
}

const CLEAN_SHEET = {
  until: null,
  endedAt: null,
  endedBy: null,
  endedSide: null,
  endReason: null,
  endNote: null,
  seekerYesAt: null,
  seekerYesBy: null,
  seekerYesRevision: null,
  seekerYesTerms: null,
  seekerYesNote: null,
  seekerAskedAt: null,
  providerYesAt: null,
  providerYesBy: null,
  providerYesRevision: null,
  providerYesTerms: null,
  providerYesNote: null,
  providerAskedAt: null,
} as const;
