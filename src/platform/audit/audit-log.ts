import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { UnitOfWork } from '../database/unit-of-work.js';

/** What the trail keeps of an act: ids, codes and states, never names, mail addresses or free text. */
export interface AuditEntry {
  /** `area.verb`, as in `listing.submit`. */
  action: string;
  subject: { type: string; id: string };
  /** Codes, states and ids, e.g. `{ from: 'draft', to: 'submitted' }`. */
  data?: Record<string, string | number | boolean | null | readonly string[]>;
}

/** Appends to the trail in the caller's transaction; the sealer chains the rows afterwards (see audit.sealer.ts). */
@Injectable()
export class AuditLog {
  constructor(private readonly uow: UnitOfWork) {}

  async record(actor: Actor, entry: AuditEntry): Promise<void> {
    if (!this.uow.isOpen) throw new Error(`audit entry ${entry.action} outside a unit of work`);
    const person = actor.kind === 'person' ? actor : null;
    await this.uow.query(
      `INSERT INTO audit_entry (actor_kind, actor_id, actor_name, organization_id, action, subject_type, subject_id, data)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        actor.kind,
        person?.personId ?? null,
        actor.kind === 'system' ? actor.name : null,
        person?.organization?.id ?? null,
        entry.action,
        entry.subject.type,
        entry.subject.id,
        entry.data ?? {},
      ],
    );
  }
}
