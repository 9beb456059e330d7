import { setDefaultBackendFactory } from 'bullmq';
import { Redis } from 'ioredis';
import { randomUUID } from 'node:crypto';
import type { QueueBackend } from './queue.backend.js';

// Braces make one cluster slot of all keys, which BullMQ's scripts need.
const PREFIX = '{gate}';
const EPOCH = `${PREFIX}:epoch`;

/** BullMQ on Redis or Valkey. */
export function redisBackend(url: string): QueueBackend {
  setDefaultBackendFactory(undefined);
  // Asks and fails; waiting is the reconciler's business.
  const redis = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 1, commandTimeout: 2_000, retryStrategy: reconnect });
  redis.on('error', () => undefined);
  return {
    kind: 'redis',
    queueOptions: { connection: { url, enableOfflineQueue: false, maxRetriesPerRequest: 1, retryStrategy: reconnect }, prefix: PREFIX },
    workerOptions: { connection: { url, maxRetriesPerRequest: null, retryStrategy: reconnect }, prefix: PREFIX },
    // Jobs are removed as soon as they end, so a job that exists is live.
    live: async (queue, jobIds) => {
      const pipeline = redis.pipeline();
      for (const id of jobIds) pipeline.exists(`${PREFIX}:${queue}:${id}`);
      const answers = (await pipeline.exec()) ?? [];
      return new Set(
        jobIds.filter((_, i) => {
          const [error, count] = answers[i] ?? [new Error('no answer')];
          if (error) throw error;
          return count === 1;
        }),
      );
    },
    remembers: async () => (await redis.exists(EPOCH)) === 1,
    remember: async () => {
      await redis.set(EPOCH, randomUUID(), 'NX');
    },
    warnings: () => lossySettings(redis),
    close: async () => {
      redis.disconnect();
      await Promise.resolve();
    },
  };
}

const reconnect = (times: number): number => Math.min(100 * times, 1_000);

async function lossySettings(redis: Redis): Promise<string[]> {
  const info = await redis.info();
  const value = (name: string): string | undefined => new RegExp(`^${name}:(.*)$`, 'm').exec(info)?.[1]?.trim();
  const warnings: string[] = [];
  if (value('maxmemory_policy') !== 'noeviction')
    warnings.push(`maxmemory-policy is ${value('maxmemory_policy')}: set noeviction, or Redis drops jobs when it is full`);
  if (value('aof_enabled') !== '1') warnings.push('appendonly is off: jobs are sent again from the database after a restart of Redis');
  return warnings;
}
