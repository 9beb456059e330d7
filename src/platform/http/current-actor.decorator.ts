import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Actor, VISITOR } from '../../kernel/actor.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the policy guard before any handler runs. */
    actor?: Actor;
  }
}

export const actorOf = (request: FastifyRequest): Actor => request.actor ?? VISITOR;

/** Who calls. Under `@Can` always a PersonActor, under `@Public` perhaps a visitor. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext) =>
  actorOf(context.switchToHttp().getRequest<FastifyRequest>()),
);
