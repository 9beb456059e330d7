import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { BlockFields, SealedFields } from './audit-seal.js';

/** A place in the order of sealing. */
export interface Position {
  xid: string;
  seq: string;
}

export const BEGINNING: Position = { xid: '-1', seq: '-1' };

export interface Block extends BlockFields {
  hash: string;
  keyId: string;
}

const ENTRY = `seq::text, xid::text, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') AS at, actor_kind AS "actorKind", actor_id::text AS "actorId",
  actor_name AS "actorName", organization_id::text AS "organizationId", action, subject_type AS "subjectType", subject_id AS "subjectId", data::text AS data`;
const BLOCK = `number::text, through_xid::text AS "throughXid", through_seq::text AS "throughSeq", seqs::text[] AS seqs, entry_seals AS "entrySeals",
  previous_hash AS "previousHash", hash, key_id AS "keyId"`;

/** The statements on the trail; see AuditLog for writing it. */
@Injectable()
export class AuditRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async lastBlock(): Promise<Block | undefined> {
    return (await this.uow.query<Block>(`SELECT ${BLOCK} FROM audit_block ORDER BY audit_block.number DESC LIMIT 1`))[0];
  }

  async hashOf(number: string): Promise<string | undefined> {
    return (await this.uow.query<{ hash: string }>('SELECT hash FROM audit_block WHERE number = $1', [number]))[0]?.hash;
  }

  blocksAfter(number: string, limit: number): Promise<Block[]> {
    return this.uow.query<Block>(`SELECT ${BLOCK} FROM audit_block WHERE number > $1 ORDER BY audit_block.number LIMIT $2`, [
      number,
      limit,
    ]);
  }

  /** Entries whose place nothing can precede any more: every transaction with a lower number has ended. */
  sealable(after: Position, limit: number): Promise<SealedFields[]> {
    return this.uow.query<SealedFields>(
      `SELECT ${ENTRY} FROM audit_entry
       WHERE (xid, audit_entry.seq) > ($1::bigint, $2::bigint) AND xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
       ORDER BY audit_entry.xid, audit_entry.seq LIMIT $3`,
      [after.xid, after.seq, limit],
    );
  }

  between(after: Position, through: Position): Promise<SealedFields[]> {
    return this.uow.query<SealedFields>(
      `SELECT ${ENTRY} FROM audit_entry
       WHERE (xid, audit_entry.seq) > ($1::bigint, $2::bigint) AND (xid, audit_entry.seq) <= ($3::bigint, $4::bigint)
       ORDER BY audit_entry.xid, audit_entry.seq`,
      [after.xid, after.seq, through.xid, through.seq],
    );
  }

  /** The number is the primary key: of two sealers one fails here and leaves the chain as it is. */
  async insertBlock(block: Block): Promise<void> {
    await this.uow.query(
      `INSERT INTO audit_block (number, through_xid, through_seq, seqs, entry_seals, previous_hash, hash, key_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [block.number, block.throughXid, block.throughSeq, block.seqs, block.entrySeals, block.previousHash, block.hash, block.keyId],
    );
  }

  /** What is not sealed yet; counts no further than 10,000. */
  async tail(after: Position): Promise<{ count: number; oldestSeconds: number }> {
    const [tail] = await this.uow.query<{ count: number; oldestSeconds: number }>(
      `SELECT count(*)::int AS count, coalesce(extract(epoch FROM clock_timestamp() - min(at)), 0)::float8 AS "oldestSeconds"
       FROM (SELECT at FROM audit_entry WHERE (xid, seq) > ($1::bigint, $2::bigint) ORDER BY xid, seq LIMIT 10000) unsealed`,
      [after.xid, after.seq],
    );
    return tail!;
  }
}

/** Where a block ends; the beginning when there is none. */
export const endOf = (block: Pick<Block, 'throughXid' | 'throughSeq'> | undefined): Position =>
  block ? { xid: block.throughXid, seq: block.throughSeq } : BEGINNING;
