import * as path from 'node:path';
import { acquireServer } from '../../src/platform/database/embedded-server/index.js';
import { NotificationsModule } from '../../src/modules/notifications/index.js';
import { matchingContext, type MatchingContext } from '../support/factories/matching.js';
import { ProcessBench } from '../support/gate-process.js';
import { describeWithRedis, startRedis } from '../support/redis.js';
import { until } from '../support/until.js';
import { publishAll, type Backend } from './fault-ground.js';
import { expectSound } from './invariants.js';

/** An application of this process over the embedded database of a data folder, for as long as `work` takes. */
async function within(home: string, redisUrl: string | undefined, work: (context: MatchingContext) => Promise<void>): Promise<void> {
  const server = await acquireServer({ home, database: 'gate' });
  const database = { url: server.appUrl, ownerUrl: server.ownerUrl };
  const context = await matchingContext([NotificationsModule], { database, config: redisUrl ? { redisUrl } : {} });
  try {
    await work(context);
  } finally {
    await context.close();
    await server.release();
  }
}

function describeLoss(backend: Backend): void {
  it('comes back by itself, and the work with it', async () => {
    const bench = new ProcessBench();
    const redis = backend === 'Redis' ? await startRedis() : undefined;
    const dataDir = path.join(bench.folder(), 'data');
    const env = redis ? { REDIS_URL: redis.url } : {};
    try {
      const web = await bench.launch({ dataDir, env: { ...env, GATE_ROLE: 'web' } });
      await web.answering();
      await within(dataDir, redis?.url, (context) => publishAll(context, { needs: 150 }));
      // It begins with the first of the needs before it answers, and has work for seconds.
      const worker = await bench.launch({ dataDir, env: { ...env, GATE_ROLE: 'worker' } });
      await worker.answering();
      const before = web.postmaster;
      process.kill(before, 'SIGKILL');
      await until('the database is back', async () => web.postmaster !== before && web.get('/health/ready'));
      await within(dataDir, redis?.url, expectSound);
    } finally {
      await bench.clear();
      await redis?.stop();
    }
  }, 300_000);
}

describe('the embedded database killed while needs are matched, with the queue in it', () => describeLoss('PostgreSQL'));
if (process.env.GATE_NIGHTLY) describeWithRedis('the same, with the queue in Redis', () => describeLoss('Redis'));
