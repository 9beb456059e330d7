import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Reader } from './reader.js';

/** Whom the page is for; under `@Page` alone. */
export const CurrentReader = createParamDecorator((_: unknown, context: ExecutionContext): Reader => {
  const { reader } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!reader) throw new Error('@CurrentReader without @Page');
  return reader;
});
