import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../kernel/actor.js';

/** Tells who sends a request; provided by platform/auth. */
export abstract class ActorSource {
  /**
   * A visitor when the request brings no credentials or a session that ended.
   * @throws DomainError `auth.key-invalid` (401) for an API key that does not hold: a machine must learn it at once.
   */
  abstract read(request: FastifyRequest, reply: FastifyReply): Promise<Actor>;
}
