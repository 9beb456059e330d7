import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../platform/events/domain-events.js';
import { Handles, type JobRun } from '../../platform/queue/handles.js';
import { Jobs } from '../../platform/queue/jobs.js';
import { catalogueChanged } from '../listings/index.js';
import { MatchRuns } from './match-runs.service.js';
import { matchNeedJob, matchOfferJob, rescoreAllJob } from './matching.jobs.js';

type NeedPayload = { needId: string; after?: string; run?: string };
type OfferPayload = { offerIds: string[]; after?: string; run?: string };

// Needs whose jobs one commit asks for.
const RESCORE_SLICE = 500;

/** When the engine runs: on every change of the catalogue and of what people do with it, and each day. */
@Injectable()
export class MatchRunsJobs implements OnModuleInit {
  constructor(
    private readonly runs: MatchRuns,
    private readonly uow: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly events: DomainEvents,
  ) {}

  onModuleInit(): void {
    this.events.on(catalogueChanged, ({ listingIds }) => this.ask(listingIds));
  }

  @Handles(matchNeedJob)
  async matchNeed({ needId, run: notices }: NeedPayload, run: JobRun): Promise<void> {
    await this.runs.matchNeed(needId, { run: notices ?? run.outboxId, commit: (work) => run.complete(work), signal: run.signal });
  }

  @Handles(matchOfferJob)
  async matchOffers({ offerIds, after, run: notices }: OfferPayload, run: JobRun): Promise<void> {
    const id = notices ?? run.outboxId;
    await this.runs.matchOffers(offerIds, after, { run: id, commit: (work) => this.uow.run(work), signal: run.signal, tellLater: offerIds });
    await run.complete(() => this.runs.tellAboutOffers(offerIds, id));
  }

  /** Needs that have a set but left the catalogue keep nothing to re-score; those in it are all asked for, run or not. */
  @Handles(rescoreAllJob)
  async rescoreAll(_: object, run: JobRun): Promise<void> {
    let last: string | null = null;
    for (;;) {
      const slice: { id: string }[] = await this.uow.query<{ id: string }>(
        `SELECT id FROM catalogue_listing WHERE kind = 'need' AND ($1::uuid IS NULL OR id > $1) ORDER BY id LIMIT $2`,
        [last, RESCORE_SLICE],
      );
      if (slice.length === 0) break;
      await this.uow.run(async () => {
        for (const { id } of slice) await this.jobs.add(matchNeedJob, { needId: id, run: run.outboxId }, { dedupe: `rescore-${id}` });
      });
      last = slice.at(-1)!.id;
    }
    await run.complete(async () => undefined);
  }

  /** One job a changed need, one for all changed offers of the unit; both know the transaction, so that bursts fall together. */
  private async ask(listingIds: readonly string[]): Promise<void> {
    const rows = await this.uow.query<{ id: string; isNeed: boolean; xid: string }>(
      `SELECT id, kind = 'need' AS "isNeed", pg_current_xact_id()::text AS xid FROM listing WHERE id = ANY($1) ORDER BY id`,
      [listingIds],
    );
    const after = rows[0]?.xid;
    const offerIds = rows.filter((row) => !row.isNeed).map((row) => row.id);
    for (const { id } of rows.filter((row) => row.isNeed)) await this.jobs.add(matchNeedJob, { needId: id, after });
    if (offerIds.length > 0) await this.jobs.add(matchOfferJob, { offerIds, after });
  }
}
