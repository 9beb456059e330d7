import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { z } from 'zod';
import { CONFIG, type Config } from '../config/config.js';
import { ANSWER, type AnswerOptions } from './answer.decorator.js';
import { etag } from './if-match.decorator.js';

/** Gives a representation its ETag, and in tests holds every answer to the schema its route declares. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  private readonly checks: boolean;

  constructor(
    private readonly reflector: Reflector,
    @Inject(CONFIG) config: Config,
  ) {
    this.checks = config.nodeEnv === 'test';
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((body: unknown) => {
        const version = (body as { version?: unknown } | null | undefined)?.version;
        if (typeof version === 'number') void reply.header('etag', etag(version));
        if (this.checks) this.check(context, body);
        return body;
      }),
    );
  }

  private check(context: ExecutionContext, body: unknown): void {
    const answer = this.reflector.get<AnswerOptions | undefined>(ANSWER, context.getHandler());
    if (!answer?.schema || body === undefined) return;
    const sent: unknown = JSON.parse(JSON.stringify(body));
    const result = answer.schema.safeParse(sent);
    const route = `${context.getClass().name}.${context.getHandler().name}`;
    if (!result.success) throw new Error(`${route} does not answer what it declares:\n${z.prettifyError(result.error)}`);
  }
}
