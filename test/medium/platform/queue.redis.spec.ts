import { jobIdOf } from '../../../src/platform/queue/outbox.repository.js';
import { QUEUE_BACKEND, type QueueBackend } from '../../../src/platform/queue/queue.backend.js';
import { Gate, queueRig, type QueueRig } from '../../support/queue-contract.js';
import { describeQueueBehaviour } from '../../support/queue-behaviour.js';
import { describeWithRedis, startRedis, type TestRedis } from '../../support/redis.js';
import { until } from '../../support/until.js';

describeWithRedis('jobs on Redis', () => {
  let redis: TestRedis;
  let rig: QueueRig;
  beforeAll(async () => {
    redis = await startRedis();
    rig = await queueRig(redis.url);
  });
  afterAll(async () => {
    await rig.close();
    await redis.stop();
  });

  describeQueueBehaviour(() => rig);

  it('takes jobs while Redis is down and works them off when it is back', async () => {
    await redis.kill();
    const ids = await Promise.all(['down-1', 'down-2', 'down-3'].map((key) => rig.add(key)));
    expect(await Promise.all(ids.map(async (id) => (await rig.row(id)).state))).toEqual(['waiting', 'waiting', 'waiting']);
    await redis.start();
    for (const id of ids) await rig.reaches(id, 'done');
  });

  it('sends everything that waits again after Redis lost its data', async () => {
    const backend = rig.context.get<QueueBackend>(QUEUE_BACKEND);
    await until('the queue is remembered', () => backend.remembers());
    const gate = new Gate();
    const keys = Array.from({ length: 20 }, (_, i) => `wiped-${i}`);
    for (const key of keys)
      rig.handler.behaviours.set(key, async (run, effect) => {
        await gate.pass();
        await run.complete(effect);
      });
    const ids = await Promise.all(keys.map((key) => rig.add(key)));
    await gate.arrived(4);
    // Those that never came to Redis would be its first sending, not sent again.
    const sendings = ids.map((id) => jobIdOf({ id, generation: 0 }));
    await until('all are in Redis', async () => (await backend.live('interactive', sendings)).size === ids.length);
    await redis.kill();
    redis.wipe();
    await redis.start();
    await until('sent again', async () => (await Promise.all(ids.map((id) => rig.row(id)))).every((row) => row.generation > 0));
    gate.open();
    for (const id of ids) await rig.reaches(id, 'done');
    for (const key of keys) expect(await rig.effects(key)).toBe(1);
  });

  it('warns of a Redis that may drop jobs', async () => {
    expect(await rig.context.get<QueueBackend>(QUEUE_BACKEND).warnings()).toEqual([]);
  });
});
