import { createPostgresBackend, type QueueOptions, setDefaultBackendFactory } from 'bullmq';
import pg from 'pg';
import { survivesBreaking } from '../database/lent-connections.js';
import { type QueueName, QUEUES } from './job.js';
import { PatientClient } from './patient-client.js';
import type { QueueBackend } from './queue.backend.js';

/** The schema that BullMQ's migrations fill; see platform/database/migrator.ts. */
export const QUEUE_SCHEMA = 'bullmq';

/**
 * BullMQ on the application's own PostgreSQL. All queues and workers of a process share one pool: each worker keeps one connection of it to listen,
 * the rest serve queries (a pool for each took 92 connections instead of 14).
 */
export function postgresBackend(databaseUrl: string): QueueBackend {
  setDefaultBackendFactory(untiring as unknown as Parameters<typeof setDefaultBackendFactory>[0]);
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: QUEUES.length + 4,
    options: `-c search_path=${QUEUE_SCHEMA}`,
    application_name: 'gate-queue',
    keepAlive: true,
    Client: PatientClient,
    ...survivesBreaking,
  });
  // An idle connection that dies must not take the process with it.
  pool.on('error', () => undefined);
  pool.setMaxListeners(50);
  const connection = pool as unknown as QueueOptions['connection'];
  return {
    kind: 'postgres',
    queueOptions: { connection },
    workerOptions: { connection },
    live: async (queue, jobIds) => {
      const { rows } = await pool.query<{ id: string }>(
        `SELECT id FROM job WHERE queue = $1 AND id = ANY ($2) AND state NOT IN ('completed', 'failed')`,
        [queue satisfies QueueName, jobIds],
      );
      return new Set(rows.map((row) => row.id));
    },
    // It stands and falls with the outbox, which is in the same database.
    remembers: () => Promise.resolve(true),
    remember: () => Promise.resolve(),
    warnings: () => Promise.resolve([]),
    close: () => pool.end(),
  };
}

/**
 * BullMQ remembers for ever that its first connection failed, and a worker then asks without any pause, so that nothing else in the process
 * gets a turn. What it would wait for is the schema, which the migrator has seen to; a statement that fails is simply asked again.
 */
const untiring: typeof createPostgresBackend = (...of) => {
  const backend = createPostgresBackend(...of);
  backend.connection.waitUntilReady = () => Promise.resolve();
  return backend;
};
