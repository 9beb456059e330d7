import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { decodeCursor, type Page, pageOf } from '../../kernel/pagination.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

const text = (max: number) => z.string().trim().max(max).optional();
const day = z.iso.date({ error: 'Give a date such as 2026-11-24.' }).optional();

export const trailQuery = z.object({
  /** Of what: `listing`, `match`, `person` … */
  type: text(60),
  /** Its id, or its code. */
  id: text(100),
  /** Part of the name or address of whoever acted, or her id. */
  actor: text(100),
  /** `match.approve`, or the beginning of it. */
  action: text(60),
  from: day,
  to: day.describe('The last day.'),
  after: z.string().max(2_000).optional(),
});
export type TrailQuery = z.infer<typeof trailQuery>;

export interface TrailEntry {
  seq: string;
  at: Date;
  actorKind: 'person' | 'system' | 'visitor';
  actorId: string | null;
  /** Of a person as she is called today; of the system the part of it that acted. */
  actorName: string | null;
  action: string;
  subjectType: string;
  subjectId: string;
  data: Record<string, unknown>;
}

export interface LastBlock {
  number: string;
  sealedAt: Date;
  entries: number;
}

const PAGE_SIZE = 50;
const like = (words: string): string => words.replace(/[\\%_]/g, '\\$&');

/** The audit trail as administrators and auditors read it. */
@Injectable()
export class AuditTrailQueries {
  constructor(private readonly uow: UnitOfWork) {}

  /** The newest first. */
  async page({ type, id, actor, action, from, to, after }: TrailQuery): Promise<Page<TrailEntry>> {
    const [seq] = after === undefined ? [null] : decodeCursor(after, ['number']);
    const rows = await this.uow.query<TrailEntry>(
      `SELECT e.seq::text, e.at, e.actor_kind AS "actorKind", e.actor_id AS "actorId", coalesce(p.name, e.actor_name) AS "actorName", e.action,
              e.subject_type AS "subjectType", e.subject_id AS "subjectId", e.data
       FROM audit_entry e LEFT JOIN person p ON p.id = e.actor_id
       WHERE ($1::text IS NULL OR e.subject_type = $1) AND ($2::text IS NULL OR e.subject_id = $2)
         AND ($3::text IS NULL OR p.name ILIKE $3 OR p.email ILIKE $3 OR e.actor_name ILIKE $3 OR e.actor_id::text = $4)
         AND ($5::text IS NULL OR e.action LIKE $5)
         AND ($6::date IS NULL OR e.at >= $6::date AT TIME ZONE 'UTC') AND ($7::date IS NULL OR e.at < ($7::date + 1) AT TIME ZONE 'UTC')
         AND ($8::bigint IS NULL OR e.seq < $8)
       ORDER BY e.seq DESC LIMIT $9`,
      [
        type ?? null,
        id ?? null,
        actor ? `%${like(actor)}%` : null,
        actor ?? null,
        action ? `${like(action)}%` : null,
        from ?? null,
        to ?? null,
        seq,
        PAGE_SIZE + 1,
      ],
    );
    return pageOf(rows, PAGE_SIZE, (row) => [Number(row.seq)]);
  }

  /** The last block that was sealed; null before the first one. */
  async lastBlock(): Promise<LastBlock | null> {
    const [block] = await this.uow.query<LastBlock>(
      `SELECT number::text, sealed_at AS "sealedAt", cardinality(seqs) AS entries FROM audit_block ORDER BY audit_block.number DESC LIMIT 1`,
    );
    return block ?? null;
  }
}
