import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { DomainError } from '../../kernel/errors.js';
import { networkOf } from './network.js';
import type { RateLimiter } from './rate-limiter.js';

const WINDOW_SECONDS = 60;
/** Many people share an office's address, and keys can be invented: so an address has a quota as well, a wider one. */
const ADDRESS_FACTOR = 10;
const EXEMPT = /^\/(health\/|metrics$|assets\/)/;

/**
 * An onRequest hook: so many requests a minute for each key or session, for each address when there is neither.
 * It runs before the database is asked anything.
 */
export const rateLimitHook =
  (limiter: RateLimiter, perMinute: number) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if (EXEMPT.test(request.url)) return;
    const credential = request.headers.authorization ?? sessionOf(request.headers.cookie);
    const network = networkOf(request.ip);
    if (credential) await spend(limiter, `address:${network}`, perMinute * ADDRESS_FACTOR);
    const bucket = credential ? `caller:${createHash('sha256').update(credential).digest('base64url')}` : `visitor:${network}`;
    const { used } = await spend(limiter, bucket, perMinute);
    void reply.header('ratelimit-limit', perMinute).header('ratelimit-remaining', Math.max(0, perMinute - used));
  };

async function spend(limiter: RateLimiter, bucket: string, max: number): Promise<{ used: number }> {
  const count = await limiter.count(bucket, { max, windowSeconds: WINDOW_SECONDS });
  if (count.used > max)
    throw new DomainError('forbidden', 'request.too-many', {
      detail: `More than ${max} requests a minute: try again in ${Math.ceil(count.resetSeconds)} s.`,
      retryAfterSeconds: count.resetSeconds,
    });
  return count;
}

const sessionOf = (cookie: string | undefined): string | undefined => /gate\.session_token=([^;]+)/.exec(cookie ?? '')?.[1];
