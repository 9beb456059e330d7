import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Answerable } from './problem.js';

/** Tells what went wrong where an address is read by people; provided by the pages. */
export abstract class ErrorPages {
  /** @returns the page to send, or null where the caller is a program. It may set headers and the status of the reply. */
  abstract pageFor(failure: Answerable, request: FastifyRequest, reply: FastifyReply): Promise<string | null>;
}
