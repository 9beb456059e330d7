import { Injectable, type OnModuleInit } from '@nestjs/common';
import { system } from '../../kernel/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../platform/events/domain-events.js';
import { consentEnded } from '../centres/index.js';
import type { ListingKind } from './content.schemas.js';
import { ListingChanges } from './listing-changes.js';
import { ListingTrail } from './listing-trail.js';
import { listingClosed } from './listing.events.js';
import { type ListingState, OPEN_STATES } from './listing.lifecycle.js';

/** Code of the reason list. */
const REASON = 'consent-lapsed';
const ACTOR = system('consent.ended');

/** Pauses what rests on a consent when it ends: listings entered on behalf of an organization that has no user to look after them. */
@Injectable()
export class ListingCustody implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly events: DomainEvents,
    private readonly changes: ListingChanges,
    private readonly trail: ListingTrail,
  ) {}

  onModuleInit(): void {
    this.events.on(consentEnded, async ({ organizationId, lost }) => {
      if (lost.includes('list')) await this.pause(organizationId);
    });
  }

  private async pause(organizationId: string): Promise<void> {
    const paused = await this.uow.query<{ id: string; kind: ListingKind; from: ListingState }>(
      `UPDATE listing l SET state = 'paused', state_reason = $3, state_note = NULL, version = l.version + 1, updated_at = gate_now()
       FROM (SELECT id, state FROM listing WHERE organization_id = $1 AND on_behalf AND state = ANY($2) ORDER BY id FOR NO KEY UPDATE) AS was
       WHERE l.id = was.id AND NOT EXISTS (SELECT FROM membership m WHERE m.organization_id = $1)
       RETURNING l.id, l.kind, was.state AS "from"`,
      [organizationId, OPEN_STATES, REASON],
    );
    for (const { from, id, kind } of paused) {
      const row = { id, kind, organizationId };
      await this.trail.moved(ACTOR, row, 'pause', { from, to: 'paused' }, { reason: REASON });
      await this.trail.tell(listingClosed, ACTOR, row, { reason: 'paused' });
    }
    if (paused.length > 0) await this.changes.note(paused.map(({ id }) => id));
  }
}
