import { Injectable } from '@nestjs/common';
import type { SystemActor } from '../../kernel/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { ListingKind } from './content.schemas.js';
import { ListingChanges } from './listing-changes.js';
import { ListingTrail } from './listing-trail.js';
import { listingClosed } from './listing.events.js';
import { listingLifecycle, type ListingState, OPEN_STATES } from './listing.lifecycle.js';

/** Pauses that nobody has asked for. */
@Injectable()
export class ListingPauses {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly changes: ListingChanges,
    private readonly trail: ListingTrail,
  ) {}

  /**
   * Open listings for which a condition holds leave the catalogue until their owner resumes them. Joins the caller's unit of work.
   * @param condition SQL about a row of `listing`; `values` begin with $1.
   * @param reason code of the reason list.
   */
  async pause(actor: SystemActor, reason: string, condition: string, values: readonly unknown[]): Promise<void> {
    const rows = await this.uow.query<{ id: string; kind: ListingKind; organizationId: string; from: ListingState }>(
      `SELECT id, kind, organization_id AS "organizationId", state AS "from" FROM listing
       WHERE (${condition}) AND state = ANY($${values.length + 1}) ORDER BY id FOR NO KEY UPDATE`,
      [...values, OPEN_STATES],
    );
    for (const { from, ...row } of rows) {
      const { to } = listingLifecycle.take('pause', from, ['system']);
      await this.uow.query(
        `UPDATE listing SET state = $2, state_reason = $3, state_note = NULL, version = version + 1, updated_at = gate_now() WHERE id = $1`,
        [row.id, to, reason],
      );
      await this.trail.moved(actor, row, 'pause', { from, to }, { reason });
      await this.trail.tell(listingClosed, actor, row, { reason: to });
    }
    if (rows.length > 0) await this.changes.note(rows.map(({ id }) => id));
  }
}
