import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PROBLEM_TYPE, problemOf } from './problem.js';
import { RouteInventory } from './route-inventory.js';

/** The one place where failures become answers. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger(ProblemFilter.name);

  constructor(private readonly routes: RouteInventory) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (reply.sent) return;
    const methods = request.is404 ? this.routes.methodsOf(request.url) : [];
    const failure = methods.length > 0 ? new HttpException(`Use ${methods.join(', ')}.`, 405) : error;
    const { problem, headers, unexpected } = problemOf(failure, request.id);
    if (unexpected) this.log.error(error);
    if (methods.length > 0) headers.allow = methods.join(', ');
    void reply.status(problem.status).headers(headers).type(PROBLEM_TYPE).send(JSON.stringify(problem));
  }
}
