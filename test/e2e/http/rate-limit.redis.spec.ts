import { Logger } from '@nestjs/common';
import { RateLimiter } from '../../../src/platform/http/index.js';
import { describeWithRedis, startRedis, type TestRedis } from '../../support/redis.js';
import { until } from '../../support/until.js';

const QUOTA = { max: 10, windowSeconds: 60 };

describeWithRedis('a quota shared by processes', () => {
  let redis: TestRedis;
  let one: RateLimiter;
  let two: RateLimiter;
  beforeAll(async () => {
    Logger.overrideLogger(false);
    redis = await startRedis();
    [one, two] = [new RateLimiter(redis.url), new RateLimiter(redis.url)];
    await shared();
  });
  afterAll(async () => {
    for (const limiter of [one, two]) limiter.onApplicationShutdown();
    await redis.stop();
  });

  let probes = 0;
  /** Until what one counts is known to the other. */
  const shared = () =>
    until('both count in Redis', async () => {
      const bucket = `probe-${++probes}`;
      await one.count(bucket, QUOTA);
      return (await two.count(bucket, QUOTA)).used === 2;
    });

  it('is one quota, with one end of its window', async () => {
    const counts: number[] = [];
    for (const limiter of [one, two, two, one, two, one, one, two]) counts.push((await limiter.count('a', QUOTA)).used);
    expect(counts).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const { used, resetSeconds } = await one.count('a', QUOTA, 0);
    expect(used).toBe(8);
    expect(resetSeconds).toBeGreaterThan(0);
    expect(resetSeconds).toBeLessThanOrEqual(60);
    expect((await one.count('b', QUOTA)).used).toBe(1);
  });

  it('counts every one of many at once', async () => {
    const counts = await Promise.all(Array.from({ length: 8 }, (_, i) => (i % 2 ? one : two).count('c', QUOTA)));
    expect(counts.map(({ used }) => used).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('goes on in each process when Redis dies, never without a limit, and is shared again when it is back', async () => {
    for (let i = 0; i < 5; i++) await one.count('d', QUOTA);
    await redis.kill();
    for (let i = 6; i <= 12; i++) expect((await one.count('d', QUOTA)).used).toBe(i);
    expect((await two.count('d', QUOTA)).used).toBe(1);
    await redis.start();
    await shared();
    expect((await one.count('d', QUOTA)).used).toBe(13);
  });

  it('is in force from the first request on where Redis never was', async () => {
    const alone = new RateLimiter('redis://127.0.0.1:1');
    for (let i = 1; i <= 3; i++) expect((await alone.count('a', QUOTA)).used).toBe(i);
    alone.onApplicationShutdown();
  });
});
