import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { QueueName } from './job.js';

/** A row as one sending of it: an earlier generation of the same row is fenced. */
export interface Sending {
  id: string;
  generation: number;
}

export interface Claimed extends Sending {
  queue: QueueName;
  name: string;
}

export interface Enqueued extends Sending {
  queue: QueueName;
  starts: number;
  /** As PostgreSQL writes it: a Date would cut the microseconds off. */
  createdAt: string;
}

export interface Started {
  name: string;
  payload: unknown;
  starts: number;
}

/** The job id in BullMQ: unique to one sending, because BullMQ silently ignores an id that it still holds. */
export const jobIdOf = ({ id, generation }: Sending): string => `${id}_${generation}`;

/** Every statement on the outbox. Each is one short commit, except where a unit of work is open. */
@Injectable()
export class OutboxRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /**
   * A row of the caller's unit. With `dedupe`, an equal row that never started is taken instead and locked until the commit,
   * so that its run cannot begin on the state before it.
   */
  async insert(row: { queue: QueueName; name: string; payload: unknown; delayMs: number; dedupe: string | null }): Promise<string> {
    const [inserted] = await this.uow.query<{ id: string }>(
      `INSERT INTO outbox (queue, name, payload, dedupe, available_at) VALUES ($1, $2, $3, $4, now() + $5 * interval '1 ms')
       ON CONFLICT (name, dedupe) WHERE state = 'waiting' AND starts = 0 AND dedupe IS NOT NULL
       DO UPDATE SET available_at = least(outbox.available_at, excluded.available_at)
       RETURNING id`,
      [row.queue, row.name, JSON.stringify(row.payload), row.dedupe, row.delayMs],
    );
    return inserted!.id;
  }

  /** Takes due rows that were never handed over; several relays share the work. */
  claim(limit: number): Promise<Claimed[]> {
    return this.uow.query<Claimed>(
      `UPDATE outbox SET enqueued_at = now() WHERE id IN (
         SELECT id FROM outbox WHERE state = 'waiting' AND enqueued_at IS NULL AND available_at <= now()
         ORDER BY available_at, id LIMIT $1 FOR UPDATE SKIP LOCKED)
       RETURNING id, generation, queue, name`,
      [limit],
    );
  }

  /** Gives claimed rows back after a hand-over that failed. */
  async release(rows: readonly Sending[]): Promise<void> {
    await this.uow.query(
      `UPDATE outbox o SET enqueued_at = NULL FROM unnest($1::uuid[], $2::int[]) AS s(id, generation)
       WHERE o.id = s.id AND o.generation = s.generation AND o.state = 'waiting'`,
      columns(rows),
    );
  }

  /** Counts the start before any work is done, so that a job which kills its process is found out. */
  async start({ id, generation }: Sending): Promise<Started | undefined> {
    const [row] = await this.uow.query<Started>(
      `UPDATE outbox SET starts = starts + 1, started_at = now() WHERE id = $1 AND generation = $2 AND state = 'waiting' AND failed_at IS NULL
       RETURNING name, payload, starts`,
      [id, generation],
    );
    return row;
  }

  /** The fence: false when the row is no longer waiting for this sending. Called in the unit that holds the job's effects. */
  async finish({ id, generation }: Sending): Promise<boolean> {
    const rows = await this.uow.query(
      `UPDATE outbox SET state = 'done', done_at = now(), last_error = NULL WHERE id = $1 AND generation = $2 AND state = 'waiting' RETURNING id`,
      [id, generation],
    );
    return rows.length > 0;
  }

  /**
   * Leaves the row to the reconciler, which sends it again after the pause. An aborted run does not count as a start
   * (and gives up its dedupe key, which a newer row may hold by now).
   */
  async fail({ id, generation }: Sending, failure: { error: string; pauseMs: number; counts: boolean }): Promise<void> {
    await this.uow.query(
      `UPDATE outbox SET last_error = $3, failed_at = now(), available_at = now() + $4 * interval '1 ms',
         starts = starts - $5::int, dedupe = CASE WHEN $5::int = 0 THEN dedupe END
       WHERE id = $1 AND generation = $2 AND state = 'waiting'`,
      [id, generation, failure.error, failure.pauseMs, failure.counts ? 0 : 1],
    );
  }

  async bury({ id, generation }: Sending, error: string): Promise<boolean> {
    const rows = await this.uow.query(
      `UPDATE outbox SET state = 'dead', last_error = $3, failed_at = NULL WHERE id = $1 AND generation = $2 AND state = 'waiting' RETURNING id`,
      [id, generation, error],
    );
    return rows.length > 0;
  }

  failed(limit: number): Promise<Enqueued[]> {
    return this.uow.query<Enqueued>(
      `SELECT id, generation, queue, starts, created_at::text AS "createdAt" FROM outbox
       WHERE state = 'waiting' AND failed_at IS NOT NULL ORDER BY failed_at, id LIMIT $1`,
      [limit],
    );
  }

  /** Rows handed over a while ago, in the order of their making, after a cursor. */
  enqueuedBefore(ageMs: number, limit: number, after: Pick<Enqueued, 'createdAt' | 'id'> | null): Promise<Enqueued[]> {
    return this.uow.query<Enqueued>(
      `SELECT id, generation, queue, starts, created_at::text AS "createdAt" FROM outbox
       WHERE state = 'waiting' AND failed_at IS NULL AND enqueued_at < now() - $1 * interval '1 ms'
         AND ($3::timestamptz IS NULL OR (outbox.created_at, id) > ($3, $4::uuid))
       ORDER BY outbox.created_at, id LIMIT $2`,
      [ageMs, limit, after?.createdAt ?? null, after?.id ?? null],
    );
  }

  /** The caller has made sure that the queue holds no live job of it. */
  async sendAgain(rows: readonly Sending[]): Promise<void> {
    await this.uow.query(
      `UPDATE outbox o SET generation = o.generation + 1, enqueued_at = NULL, failed_at = NULL
       FROM unnest($1::uuid[], $2::int[]) AS s(id, generation)
       WHERE o.id = s.id AND o.generation = s.generation AND o.state = 'waiting'`,
      columns(rows),
    );
  }

  /** After the queue lost its data: everything that was handed over goes again. */
  async sendAllAgain(): Promise<number> {
    const rows = await this.uow.query(
      `UPDATE outbox SET generation = generation + 1, enqueued_at = NULL, failed_at = NULL WHERE state = 'waiting' AND enqueued_at IS NOT NULL RETURNING id`,
    );
    return rows.length;
  }

  /** Gives a dead row new starts; without its dedupe key, which a newer row may hold. @returns false when it is not dead. */
  async revive(id: string): Promise<boolean> {
    const rows = await this.uow.query(
      `UPDATE outbox SET state = 'waiting', generation = generation + 1, starts = 0, dedupe = NULL, enqueued_at = NULL, available_at = now()
       WHERE id = $1 AND state = 'dead' RETURNING id`,
      [id],
    );
    return rows.length > 0;
  }

  async forgetDone(olderThanDays: number, limit: number): Promise<number> {
    const rows = await this.uow.query(
      `DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE state = 'done' AND done_at < now() - $1 * interval '1 day' LIMIT $2) RETURNING id`,
      [olderThanDays, limit],
    );
    return rows.length;
  }
}

const columns = (rows: readonly Sending[]): unknown[] => [rows.map((row) => row.id), rows.map((row) => row.generation)];
