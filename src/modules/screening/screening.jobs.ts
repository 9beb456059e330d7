import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { system } from '../../kernel/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../platform/events/domain-events.js';
import { Handles, type JobRun } from '../../platform/queue/handles.js';
import { defineJob } from '../../platform/queue/job.js';
import { Jobs } from '../../platform/queue/jobs.js';
import { organizationChanged, organizationRegistered } from '../organizations/index.js';
import { Rules } from '../rules/index.js';
import { NameIndex, type ListedName } from './name-index.js';
import { otherCountryDiscount, screeningLikeness } from './screening.rules.js';
import { ScreeningService } from './screening.service.js';

/** Compares one organization, or every one, with all lists. */
export const screenJob = defineJob({
  name: 'screening.screen',
  queue: 'maintenance',
  payload: z.strictObject({ organizationId: z.guid().optional() }),
});

const ACTOR = system('job:screening.screen');
const SLICE = 500;

interface Named {
  organizationId: string;
  name: string;
  country: string;
}

/** Screens an organization when it is registered or its name may have changed, and all of them when a list comes in. */
@Injectable()
export class ScreeningJobs implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly events: DomainEvents,
    private readonly jobs: Jobs,
    private readonly rules: Rules,
    private readonly screening: ScreeningService,
  ) {}

  onModuleInit(): void {
    this.events.on(organizationRegistered, ({ organizationId }) => this.jobs.add(screenJob, { organizationId }));
    this.events.on(organizationChanged, ({ organizationId, decision }) =>
      decision === undefined ? this.jobs.add(screenJob, { organizationId }) : Promise.resolve(),
    );
  }

  @Handles(screenJob)
  async screen({ organizationId }: { organizationId?: string | undefined }, run: JobRun): Promise<void> {
    const index = new NameIndex(await this.entries());
    const { atLeast, discount } = await this.rules.values({ atLeast: screeningLikeness, discount: otherCountryDiscount });
    for await (const named of this.organizations(organizationId)) {
      run.signal.throwIfAborted();
      const hits = index.find(named.name, named.country, { atLeast, discount });
      // Each in a unit of its own: what was found stays found when the job starts anew.
      await this.uow.run(() => this.screening.found(ACTOR, named, hits));
    }
    await run.complete(async () => undefined);
  }

  private entries(): Promise<ListedName[]> {
    return this.uow.query<ListedName>(
      `SELECT l.name AS list, e.names, e.country FROM screening_entry e JOIN screening_list l ON l.id = e.list_id ORDER BY l.name, e.position`,
    );
  }

  private async *organizations(only: string | undefined): AsyncGenerator<Named> {
    let last = 0;
    for (;;) {
      const rows = await this.uow.query<Named & { number: number }>(
        `SELECT id AS "organizationId", legal_name AS name, country, number FROM organization
         WHERE ($1::uuid IS NULL OR id = $1) AND number > $2 ORDER BY number LIMIT ${SLICE}`,
        [only ?? null, last],
      );
      yield* rows;
      const end = rows.at(-1);
      if (!end) return;
      last = end.number;
    }
  }
}
