import { Injectable } from '@nestjs/common';
import { type Actor, personIdOf } from '../../kernel/actor.js';
import { AuditLog, type AuditEntry } from '../../platform/audit/audit-log.js';
import { DomainEvents, type EventDefinition } from '../../platform/events/domain-events.js';
import type { ListingKind } from './content.schemas.js';
import type { ListingTransition } from './listing.lifecycle.js';

interface Subject {
  id: string;
  kind: ListingKind;
  organizationId: string;
}

interface OfListing {
  listingId: string;
  kind: ListingKind;
  organizationId: string;
  personId: string | null;
}

/** What a listing's steps leave behind: the audit entry, and the event for those who are told. */
@Injectable()
export class ListingTrail {
  constructor(
    private readonly audit: AuditLog,
    private readonly events: DomainEvents,
  ) {}

  /** Audits a transition from one state to another. */
  moved(
    actor: Actor,
    { id }: Subject,
    name: ListingTransition,
    step: { from: string; to: string },
    data: AuditEntry['data'] = {},
  ): Promise<void> {
    return this.audit.record(actor, {
      action: `listing.${name}`,
      subject: { type: 'listing', id },
      data: { from: step.from, to: step.to, ...data },
    });
  }

  /** Publishes an event of one listing; `extra` is what it says besides whose listing it is and who acted. */
  async tell<Extra extends object>(event: EventDefinition<OfListing & Extra>, actor: Actor, row: Subject, extra: Extra): Promise<void> {
    const of = { listingId: row.id, kind: row.kind, organizationId: row.organizationId, personId: personIdOf(actor) };
    await this.events.publish(event, { ...of, ...extra });
  }
}
