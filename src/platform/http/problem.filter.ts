import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ErrorPages } from './error-pages.js';
import { type Answerable, PROBLEM_TYPE, problemOf } from './problem.js';
import { RouteInventory } from './route-inventory.js';

/** The one place where failures become answers. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger(ProblemFilter.name);

  constructor(
    private readonly routes: RouteInventory,
    private readonly modules: ModuleRef,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (reply.sent) return;
    const methods = request.is404 ? this.routes.methodsOf(request.url) : [];
    const failure = methods.length > 0 ? new HttpException(`Use ${methods.join(', ')}.`, 405) : error;
    const answer = problemOf(failure, request.id);
    const { problem, headers, unexpected } = answer;
    if (unexpected) this.log.error(error);
    if (methods.length > 0) headers.allow = methods.join(', ');
    void reply.status(problem.status).headers(headers);
    const page = await this.page(answer, request, reply);
    if (page === null) void reply.type(PROBLEM_TYPE).send(JSON.stringify(problem));
    else void reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page);
  }

  /** Where the pages themselves fail, programs' words are better than none. */
  private async page(answer: Answerable, request: FastifyRequest, reply: FastifyReply): Promise<string | null> {
    try {
      return await this.modules.get(ErrorPages, { strict: false }).pageFor(answer, request, reply);
    } catch (error) {
      this.log.error(error);
      return null;
    }
  }
}
