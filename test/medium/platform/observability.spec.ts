import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { rmSync } from 'node:fs';
import type pg from 'pg';
import { HealthModule } from '../../../src/platform/observability/health.module.js';
import { Readiness } from '../../../src/platform/observability/readiness.js';
import { platformEntities, PlatformModule } from '../../../src/platform/platform.module.js';
import { testConfig } from '../../support/config.js';
import { cloneDatabase, connect, type TestDatabase } from '../../support/database.js';
import { until } from '../../support/until.js';

describe('health and figures over HTTP', () => {
  let database: TestDatabase;
  let sql: pg.Client;
  let app: NestFastifyApplication;
  let dataDir: string;
  beforeAll(async () => {
    database = await cloneDatabase();
    sql = await connect(database.ownerUrl);
    const config = testConfig(database.url, { role: 'web' });
    dataDir = config.dataDir;
    const platform = PlatformModule.forRoot(config, { entities: platformEntities, partial: true });
    const module = await Test.createTestingModule({ imports: [platform, HealthModule] }).compile();
    app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(async () => {
    await app.close();
    await sql.end();
    await database.drop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('is live without asking anybody', async () => {
    const answer = await app.inject('/health/live');
    expect([answer.statusCode, answer.json()]).toEqual([200, { status: 'live' }]);
  });

  it('is ready by parts, and says 503 and which one while a vital one is missing', async () => {
    const good = await app.inject('/health/ready');
    expect(good.statusCode).toBe(200);
    expect(good.json()).toMatchObject({
      status: 'ready',
      parts: expect.arrayContaining([expect.objectContaining({ name: 'database', ready: true })]),
    });
    let warm = false;
    app.get(Readiness).register('index', () => warm);
    const bad = await app.inject('/health/ready');
    expect(bad.statusCode).toBe(503);
    expect(bad.json()).toMatchObject({
      status: 'not-ready',
      parts: expect.arrayContaining([expect.objectContaining({ name: 'index', ready: false })]),
    });
    warm = true;
    await until('ready again', async () => (await app.inject('/health/ready')).statusCode === 200);
  });

  it('counts requests by route and jobs by queue', async () => {
    await sql.query(
      `INSERT INTO outbox (queue, name, payload, state) VALUES ('mail', 'x.y', '{}', 'dead'), ('mail', 'x.y', '{}', 'waiting')`,
    );
    const { payload, headers } = await app.inject('/metrics');
    expect(headers['content-type']).toContain('text/plain');
    expect(payload).toMatch(/gate_http_request_seconds_count\{method="GET",route="\/health\/live",status="200"\} 1/);
    expect(payload).toContain('gate_jobs_dead{queue="mail"} 1');
    expect(payload).toContain('gate_jobs_waiting{queue="mail"} 1');
    expect(payload).toContain('gate_jobs_waiting{queue="matching"} 0');
    expect(payload).toContain('gate_outbox_unsent{queue="mail"} 1');
  });
});
