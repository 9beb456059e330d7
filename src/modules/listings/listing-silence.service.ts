import { Injectable, type OnModuleInit } from '@nestjs/common';
import { system } from '../../kernel/actor.js';
import { BusinessClock } from '../../platform/database/business-clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Schedule } from '../../platform/queue/schedule.js';
import { Rules, WorkingDays } from '../rules/index.js';
import type { ListingKind } from './content.schemas.js';
import { renewalDays, silentMatches } from './listing-life.rules.js';
import { ListingPauses } from './listing-pauses.js';
import { ListingTrail } from './listing-trail.js';
import { listingSilent } from './listing.events.js';

/** Name of the recurring task. */
export const LISTING_SILENCE = 'listings.silence';

const EVERY_MS = 10 * 60_000;
const ACTOR = system('task:listings.silence');

/** Listings whose owner lets others wait in vain: she has to renew them, or they are paused. */
@Injectable()
export class ListingSilence implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly schedule: Schedule,
    private readonly rules: Rules,
    private readonly workingDays: WorkingDays,
    private readonly clock: BusinessClock,
    private readonly trail: ListingTrail,
    private readonly pauses: ListingPauses,
  ) {}

  onModuleInit(): void {
    this.schedule.every(LISTING_SILENCE, EVERY_MS, () =>
      this.uow.run(() => this.pauses.pause(ACTOR, 'no-answer', 'renew_by <= gate_now()', [])),
    );
  }

  /** A match has ended because this side did not answer. Joins the caller's unit of work. */
  async missed(id: string): Promise<void> {
    const [row] = await this.uow.query<{
      missed: number;
      kind: ListingKind;
      organizationId: string;
      country: string;
      facility: string;
      asked: boolean;
    }>(
      `UPDATE listing SET silent_matches = silent_matches + 1 WHERE id = $1
       RETURNING silent_matches AS missed, kind, organization_id AS "organizationId", owner_country AS country, facility, renew_by IS NOT NULL AS asked`,
      [id],
    );
    if (!row || row.asked || row.missed < (await this.rules.get(silentMatches, row.facility))) return;
    const renewBy = await this.workingDays.after(await this.clock.now(), await this.rules.get(renewalDays, row.facility), row.country);
    await this.uow.query('UPDATE listing SET renew_by = $2 WHERE id = $1', [id, renewBy]);
    await this.trail.tell(
      listingSilent,
      ACTOR,
      { id, kind: row.kind, organizationId: row.organizationId },
      { renewBy: renewBy.toISOString() },
    );
  }

  /** Its owner has answered a match: it is looked after. Joins the caller's unit of work. */
  async answered(id: string): Promise<void> {
    await this.uow.query('UPDATE listing SET silent_matches = 0 WHERE id = $1 AND silent_matches > 0', [id]);
  }
}
