import { Injectable, type OnModuleInit } from '@nestjs/common';
import { system } from '../../kernel/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Schedule } from '../../platform/queue/schedule.js';
import { forFacility, Rules } from '../rules/index.js';
import type { ListingKind } from './content.schemas.js';
import { ListingChanges } from './listing-changes.js';
import { archiveDays, expiryReminders } from './listing-life.rules.js';
import { ListingTrail } from './listing-trail.js';
import { listingClosed, listingExpiring } from './listing.events.js';
import { listingLifecycle, type ListingState, type ListingTransition } from './listing.lifecycle.js';

export const LISTING_TIMERS = 'listings.timers';

const EVERY_MINUTE = 60_000;
const BATCH = 200;
/** Replicas read their watermark on from minutes ago at most. */
const CHANGES_KEPT = '7 days';
const ACTOR = system('task:listings.timers');

interface Due {
  id: string;
  kind: ListingKind;
  organizationId: string;
  state: ListingState;
  days: number;
}

const FROM = `id, kind, organization_id AS "organizationId", state`;

/** Everything about listings that the calendar does. Business time; every step may be repeated. */
@Injectable()
export class ListingExpiry implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly schedule: Schedule,
    private readonly changes: ListingChanges,
    private readonly trail: ListingTrail,
    private readonly rules: Rules,
  ) {}

  onModuleInit(): void {
    this.schedule.every(LISTING_TIMERS, EVERY_MINUTE, () => this.run());
  }

  async run(): Promise<void> {
    await this.inBatches(() => this.expire());
    await this.inBatches(() => this.remind());
    await this.inBatches(() => this.archive());
    await this.uow.query(`DELETE FROM listing_change WHERE at < now() - interval '${CHANGES_KEPT}'`);
  }

  private async inBatches(step: () => Promise<number>): Promise<void> {
    while ((await this.uow.run(step)) === BATCH);
  }

  private async expire(): Promise<number> {
    const due = await this.due(`state = ANY($1) AND expires_at <= gate_now()`, [statesBefore('expire')]);
    await this.move(due, 'expire');
    for (const listing of due) await this.trail.tell(listingClosed, ACTOR, listing, { reason: 'expired' });
    await this.changes.note(due.map(({ id }) => id));
    return due.length;
  }

  private async remind(): Promise<number> {
    const days = `(SELECT a::integer AS d FROM jsonb_array_elements_text(${forFacility('facility')}) AS a) AS days`;
    const reminder = `(SELECT min(d) FROM ${days} WHERE expires_at <= gate_now() + make_interval(days => d))`;
    const { all, own } = await this.rules.byFacility(expiryReminders);
    const due = await this.due(
      `state IN ('published', 'expiring') AND expires_at <= gate_now() + make_interval(days => $3) AND ${reminder} IS NOT NULL
       AND (state = 'published' OR reminded_days IS NULL OR reminded_days > ${reminder})`,
      [...(await this.rules.forStatement(expiryReminders)), Math.max(...all, ...[...own.values()].flat())],
      // Nought for one that came back from a pause after it had been reminded.
      `CASE WHEN reminded_days <= ${reminder} THEN 0 ELSE ${reminder} END`,
    );
    await this.move(
      due.filter(({ state }) => state === 'published'),
      'start-expiring',
    );
    const told = due.filter((listing) => listing.days > 0);
    for (const listing of told) {
      await this.uow.query('UPDATE listing SET reminded_days = $2 WHERE id = $1', [listing.id, listing.days]);
      await this.trail.tell(listingExpiring, ACTOR, listing, { daysLeft: listing.days });
    }
    return due.length;
  }

  private async archive(): Promise<number> {
    const due = await this.due(
      `state = ANY($3) AND updated_at <= gate_now() - make_interval(days => ${forFacility('facility')}::integer)`,
      [...(await this.rules.forStatement(archiveDays)), statesBefore('archive')],
    );
    await this.move(due, 'archive');
    return due.length;
  }

  /** Rows somebody else is writing at the moment wait for the next minute. */
  private due(condition: string, values: unknown[], days = '0'): Promise<Due[]> {
    return this.uow.query<Due>(
      `SELECT ${FROM}, ${days} AS days FROM listing WHERE ${condition} ORDER BY expires_at, id LIMIT ${BATCH} FOR NO KEY UPDATE SKIP LOCKED`,
      values,
    );
  }

  private async move(listings: readonly Due[], name: ListingTransition): Promise<void> {
    if (listings.length === 0) return;
    const to = listingLifecycle.take(name, listings[0]?.state ?? 'draft', ['system']).to;
    await this.uow.query('UPDATE listing SET state = $2, version = version + 1, updated_at = gate_now() WHERE id = ANY($1)', [
      listings.map(({ id }) => id),
      to,
    ]);
    for (const listing of listings) await this.trail.moved(ACTOR, listing, name, { from: listing.state, to });
  }
}

/** States from which the calendar may take a step: read off the table. */
const statesBefore = (name: ListingTransition): ListingState[] =>
  listingLifecycle.definition.transitions
    .filter((edge) => edge.name === name && edge.actors.includes('system'))
    .flatMap((edge) => [...edge.from]);
