import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { from, mergeMap, type Observable } from 'rxjs';
import { PageWithStatus, Redirect } from './page-answer.js';
import { PageWriter } from './page-writer.js';
import type { Reader } from './reader.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whom the page is for; set before the handler of a page runs. */
    reader?: Reader;
  }
}

/** Finds out whom a page is for, and turns what its handler answers into HTML or into the next address. */
@Injectable()
export class PageInterceptor implements NestInterceptor {
  constructor(private readonly writer: PageWriter) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return from(this.writer.readerOf(request)).pipe(
      mergeMap((reader) => {
        request.reader = reader;
        this.writer.rememberLanguage(request, reply);
        return next.handle();
      }),
      mergeMap((answer: unknown) => Promise.resolve(this.answer(answer, request.reader as Reader, reply))),
    );
  }

  private answer(answer: unknown, reader: Reader, reply: FastifyReply): unknown {
    if (answer instanceof Redirect) {
      this.writer.next(answer, reader, reply);
      return undefined;
    }
    if (answer instanceof PageWithStatus) return this.writer.write(answer.page, reader, reply.status(answer.status));
    if (isElement(answer)) return this.writer.write(answer, reader, reply.status(200));
    // A file, or what the handler has sent by itself.
    return answer;
  }
}

const isElement = (value: unknown): value is VNode => typeof value === 'object' && value !== null && 'type' in value && 'props' in value;
