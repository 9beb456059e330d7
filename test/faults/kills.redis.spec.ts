import { QUEUE_BACKEND, type QueueBackend } from '../../src/platform/queue/queue.backend.js';
import { describeWithRedis } from '../support/redis.js';
import { until } from '../support/until.js';
import { faultGround, publishAll } from './fault-ground.js';
import { expectSound } from './invariants.js';
import { describeKills } from './kills.js';

// The same kills with the other queue, and so many needs, take minutes: `npm run nightly` has them.
const isNight = process.env.GATE_NIGHTLY !== undefined;
const NEEDS = isNight ? 500 : 100;

if (isNight) describeWithRedis('with the queue in Redis', () => describeKills('Redis'));

describeWithRedis('Redis itself', () => {
  it(`may be killed and lose all it knew while ${NEEDS} needs wait: each is matched, and told of once`, async () => {
    const ground = await faultGround('Redis');
    const { context, redis } = ground;
    try {
      // As a worker before has left it.
      await context.get<QueueBackend>(QUEUE_BACKEND).remember();
      await publishAll(context, { needs: NEEDS });
      const handedOver = `SELECT count(*)::int AS n FROM outbox WHERE name = 'matching.match-need' AND enqueued_at IS NOT NULL`;
      await until('the needs wait in Redis', async () => (await context.sql.query<{ n: number }>(handedOver)).rows[0]?.n === NEEDS);
      await redis.kill();
      redis.wipe();
      const worker = await ground.launch('worker');
      await redis.start();
      await expectSound(context);
      expect(worker.output).toContain('the queue had lost its data');
    } finally {
      await ground.close();
    }
  }, 300_000);
});
