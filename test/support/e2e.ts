import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { rmSync } from 'node:fs';
import type pg from 'pg';
import { createApp } from '../../src/create-app.js';
import type { AppConfig } from '../../src/platform/config/config.js';
import { freePort } from '../../src/platform/database/embedded-server/index.js';
import { Client } from './client.js';
import { testConfig } from './config.js';
import { cloneDatabase, connect, type TestDatabase } from './database.js';
import { until } from './until.js';

export interface StartOptions {
  /** Address of a Redis for the queues; PostgreSQL otherwise. */
  redis?: string;
  /** Listen on a free port as well, for tests that need sockets. */
  listen?: boolean;
  /** Changed settings; GATE's own defaults otherwise, but for a rate limit no test meets by chance. */
  config?: Partial<AppConfig>;
}

/** The whole application over a database of its own, with workers. */
export interface TestApp {
  readonly app: NestFastifyApplication;
  readonly config: AppConfig;
  readonly database: TestDatabase;
  /** As gate_owner, for preparing and looking at rows. */
  readonly sql: pg.Client;
  readonly baseUrl: string;
  /** A caller without credentials. */
  readonly visitor: Client;
  get<T>(type: Type<T> | symbol | string): T;
  /** Waits until no job is due any more. @throws when one is dead, with its error. */
  drainJobs(): Promise<void>;
  shiftClock(interval: string): Promise<void>;
  close(): Promise<void>;
}

export async function startApp({ redis, listen = false, config: change = {} }: StartOptions = {}): Promise<TestApp> {
  const database = await cloneDatabase();
  const sql = await connect(database.ownerUrl);
  const port = listen ? await freePort() : 3000;
  const baseUrl = `http://127.0.0.1:${port}`;
  const config = testConfig(database.url, {
    port,
    publicUrl: baseUrl,
    rateLimit: 1_000_000,
    ...(redis ? { redisUrl: redis } : {}),
    ...change,
  });
  const { app, close } = await createApp(config);
  if (listen) await app.listen(port, '127.0.0.1');
  return {
    app,
    config,
    database,
    sql,
    baseUrl,
    visitor: new Client(app, baseUrl),
    get: (type) => app.get(type, { strict: false }),
    drainJobs: () => drain(sql),
    shiftClock: async (interval) => void (await sql.query('UPDATE business_clock SET shift = $1', [interval])),
    close: async () => {
      await close();
      await sql.end();
      await database.drop();
      rmSync(config.dataDir, { recursive: true, force: true });
    },
  };
}

/** Rows for later (a digest, a reminder) are not waited for. */
async function drain(sql: pg.Client): Promise<void> {
  await until('all jobs are done', async () => {
    const { rows } = await sql.query<{ name: string; state: string; last_error: string | null }>(
      `SELECT name, state, last_error FROM outbox WHERE state = 'dead' OR (state = 'waiting' AND available_at <= now())`,
    );
    const dead = rows.find((row) => row.state === 'dead');
    if (dead) throw new Error(`job ${dead.name} is dead: ${dead.last_error}`);
    return rows.length === 0;
  });
}
