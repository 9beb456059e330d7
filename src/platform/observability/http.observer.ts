import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { logContext } from './log-context.js';
import { Metrics } from './metrics.js';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
/** Asked every few seconds by machines. */
const QUIET = /^\/(health\/|metrics$|assets\/)/;

/** Counts and logs every request by its route pattern; addresses and queries may hold ids and tokens. */
@Injectable()
export class HttpObserver implements OnModuleInit {
  private readonly log = new Logger('Http');

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    // A module under test runs without HTTP.
    if (this.host.httpAdapter?.getType() !== 'fastify') return;
    const seconds = this.metrics.histogram(
      'gate_http_request_seconds',
      'Time to the end of the answer',
      ['method', 'route', 'status'],
      SECONDS,
    );
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    fastify.addHook('onRequest', (request, _reply, done) => logContext.run({ requestId: request.id }, done));
    fastify.addHook('onResponse', (request, reply, done) => {
      const route = request.routeOptions.url ?? 'none';
      seconds.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1_000);
      if (!QUIET.test(route))
        this.log.log('request', {
          requestId: request.id,
          method: request.method,
          route,
          status: reply.statusCode,
          ms: Math.round(reply.elapsedTime),
        });
      done();
    });
  }
}
