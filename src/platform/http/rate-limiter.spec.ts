import { RateLimiter } from './rate-limiter.js';

const MINUTE = { max: 10, windowSeconds: 60 };

describe('counting in one process', () => {
  it('goes by bucket, and looking counts nothing', async () => {
    const limiter = new RateLimiter(undefined);
    await limiter.count('a', MINUTE);
    await limiter.count('a', MINUTE);
    expect((await limiter.count('a', MINUTE, 0)).used).toBe(2);
    expect((await limiter.count('b', MINUTE, 0)).used).toBe(0);
  });

  it('begins again when the window has ended', async () => {
    const limiter = new RateLimiter(undefined);
    expect((await limiter.count('a', { max: 1, windowSeconds: 0 })).used).toBe(1);
    expect((await limiter.count('a', { max: 1, windowSeconds: 0 })).used).toBe(1);
  });

  it('holds 100,000 windows, and forgets the oldest when more are invented', async () => {
    const limiter = new RateLimiter(undefined);
    for (let i = 0; i <= 100_000; i++) await limiter.count(`invented ${i}`, MINUTE);
    expect((await limiter.count('invented 0', MINUTE, 0)).used).toBe(0);
    expect((await limiter.count('invented 50000', MINUTE, 0)).used).toBe(1);
    expect((await limiter.count('invented 100000', MINUTE, 0)).used).toBe(1);
  });

  it('forgets windows that have ended before any that has not', async () => {
    const limiter = new RateLimiter(undefined);
    await limiter.count('guesses', { max: 5, windowSeconds: 3_600 });
    for (let i = 0; i <= 100_000; i++) await limiter.count(`short ${i}`, { max: 10, windowSeconds: 0 });
    expect((await limiter.count('guesses', { max: 5, windowSeconds: 3_600 }, 0)).used).toBe(1);
  });
});
