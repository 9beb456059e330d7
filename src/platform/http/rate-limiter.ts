import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Redis } from 'ioredis';

export interface Quota {
  /** Events allowed in a window. */
  max: number;
  windowSeconds: number;
}

export interface Count {
  used: number;
  /** Seconds until the window ends. */
  resetSeconds: number;
}

const BUCKETS_MAX = 100_000;
const INCREASE = `local n = redis.call('INCRBY', KEYS[1], ARGV[1])
if n == tonumber(ARGV[1]) then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
return {n, redis.call('PTTL', KEYS[1])}`;

/**
 * Counts events in fixed windows: in this process always, in Redis too when there is one, so that several processes share a quota.
 * Without an answer from Redis the process' own count stands: never unlimited.
 */
@Injectable()
export class RateLimiter implements OnApplicationShutdown {
  private readonly log = new Logger(RateLimiter.name);
  private readonly windows = new Map<string, { used: number; endsAt: number }>();
  private readonly redis: Redis | undefined;

  constructor(redisUrl: string | undefined) {
    if (!redisUrl) return;
    this.redis = new Redis(redisUrl, {
      commandTimeout: 100,
      maxRetriesPerRequest: 0,
      enableOfflineQueue: false,
      connectionName: 'gate-rate',
    });
    this.redis.on('error', (error) => this.log.debug(`rate limits are counted in this process only: ${error.message}`));
  }

  /** Counts one event, or with `amount` 0 only looks. */
  async count(bucket: string, quota: Quota, amount: 0 | 1 = 1): Promise<Count> {
    const own = this.countHere(bucket, quota, amount);
    if (!this.redis || own.used > quota.max) return own;
    try {
      const [used, ttl] = (await this.redis.eval(INCREASE, 1, `{gate}:rate:${bucket}`, amount, quota.windowSeconds * 1000)) as [
        number,
        number,
      ];
      return { used, resetSeconds: ttl > 0 ? ttl / 1000 : quota.windowSeconds };
    } catch {
      return own;
    }
  }

  onApplicationShutdown(): void {
    this.redis?.disconnect();
  }

  private countHere(bucket: string, { windowSeconds }: Quota, amount: 0 | 1): Count {
    const now = Date.now();
    let window = this.windows.get(bucket);
    if (!window || window.endsAt <= now) {
      if (this.windows.size >= BUCKETS_MAX) this.forget(now);
      window = { used: 0, endsAt: now + windowSeconds * 1000 };
      this.windows.set(bucket, window);
    }
    window.used += amount;
    return { used: window.used, resetSeconds: (window.endsAt - now) / 1000 };
  }

  /** Ended windows first; if callers invent keys faster than windows end, the oldest tenth, so that not every new one has to look at all. */
  private forget(now: number): void {
    for (const [bucket, { endsAt }] of this.windows) if (endsAt <= now) this.windows.delete(bucket);
    for (const bucket of this.windows.keys()) {
      if (this.windows.size < BUCKETS_MAX * 0.9) break;
      this.windows.delete(bucket);
    }
  }
}
