import { postgresBackend } from './postgres.backend.js';
import type { QueueBackend } from './queue.backend.js';
import { redisBackend } from './redis.backend.js';

export interface QueueAddresses {
  readonly databaseUrl: string;
  readonly redisUrl?: string;
}

/**
 * One flag decides, for the whole process: BullMQ takes its backend from a global. Called before any queue is made.
 * The outbox is the same on both, so the flag may be turned at any restart.
 */
export const chooseBackend = ({ databaseUrl, redisUrl }: QueueAddresses): QueueBackend =>
  redisUrl ? redisBackend(redisUrl) : postgresBackend(databaseUrl);
