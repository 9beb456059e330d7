import { Injectable } from '@nestjs/common';
import { notFound } from '../../kernel/errors.js';
import { decodeCursor, pageOf, type Page } from '../../kernel/pagination.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { QUEUES, type QueueName } from './job.js';
import type { JobsQuery, JobView } from './jobs-admin.schemas.js';

export interface QueueLoad {
  queue: QueueName;
  waiting: number;
  dead: number;
  /** Seconds since the oldest waiting job was due; 0 when none is. */
  oldestSeconds: number;
  /** Due and not handed to the queue yet. */
  unsent: number;
  unsentSeconds: number;
}

const COLUMNS = `id, queue, name, state, payload, starts, last_error AS "lastError", ${[
  'created_at',
  'available_at',
  'started_at',
  'done_at',
]
  .map((column) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "${column.replace(/_a/, 'A')}"`)
  .join(', ')}`;

/** The outbox as administrators and monitors see it. */
@Injectable()
export class JobsQueries {
  constructor(private readonly uow: UnitOfWork) {}

  /** Newest first. */
  async list({ state, queue, limit, after }: JobsQuery): Promise<Page<JobView>> {
    const [createdAt, id] = after ? decodeCursor(after, ['time', 'id']) : [null, null];
    const rows = await this.uow.query<JobView>(
      `SELECT ${COLUMNS} FROM outbox WHERE state = $1 AND ($2::text IS NULL OR queue = $2)
         AND ($3::timestamptz IS NULL OR (outbox.created_at, id) < ($3, $4::uuid))
       ORDER BY outbox.created_at DESC, id DESC LIMIT $5`,
      [state, queue ?? null, createdAt, id, limit + 1],
    );
    return pageOf(rows, limit, (row) => [row.createdAt, row.id]);
  }

  async one(id: string): Promise<JobView> {
    const [row] = await this.uow.query<JobView>(`SELECT ${COLUMNS} FROM outbox WHERE id = $1`, [id]);
    if (!row) throw notFound('job');
    return row;
  }

  /** One row for each queue. */
  load(): Promise<QueueLoad[]> {
    return this.uow.query<QueueLoad>(
      `SELECT q.queue,
              count(*) FILTER (WHERE state = 'waiting')::int AS waiting,
              count(*) FILTER (WHERE state = 'dead')::int AS dead,
              coalesce(extract(epoch FROM now() - min(available_at) FILTER (WHERE due)), 0)::float8 AS "oldestSeconds",
              count(*) FILTER (WHERE due AND enqueued_at IS NULL)::int AS unsent,
              coalesce(extract(epoch FROM now() - min(available_at) FILTER (WHERE due AND enqueued_at IS NULL)), 0)::float8 AS "unsentSeconds"
       FROM unnest($1::text[]) AS q(queue)
       LEFT JOIN (SELECT *, state = 'waiting' AND available_at <= now() AS due FROM outbox WHERE state IN ('waiting', 'dead')) o USING (queue)
       GROUP BY q.queue`,
      [QUEUES],
    );
  }
}
