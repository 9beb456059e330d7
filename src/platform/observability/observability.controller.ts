import { Controller, Get, HttpStatus, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { notFound } from '../../kernel/errors.js';
import { Answer, Public } from '../http/index.js';
import { Metrics } from './metrics.js';
import { isNear } from './operators.js';
import { Readiness } from './readiness.js';

const liveView = z.strictObject({ status: z.literal('live') });
const readyView = z.strictObject({
  status: z.enum(['ready', 'not-ready']),
  parts: z.array(z.strictObject({ name: z.string(), ready: z.boolean(), vital: z.boolean(), milliseconds: z.number() })),
});

/** For supervisors and monitors. */
@Public()
@Controller()
export class ObservabilityController {
  constructor(
    private readonly readiness: Readiness,
    private readonly metrics: Metrics,
  ) {}

  /** The process answers; nothing else is asked, so that a slow database does not get it restarted. */
  @Get('health/live')
  @Answer(200, liveView)
  live() {
    return { status: 'live' as const };
  }

  @Get('health/ready')
  @Answer(200, readyView, 'What this process needs, part by part; 503 while a vital one is missing.')
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const parts = await this.readiness.parts();
    const ready = parts.every((part) => part.ready || !part.vital);
    void reply.header('cache-control', 'no-store').status(ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
    return { status: ready ? ('ready' as const) : ('not-ready' as const), parts };
  }

  @Get('metrics')
  @Answer(200, z.string(), 'Figures for Prometheus; only from this machine and private networks.')
  async figures(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    if (!isNear(request)) throw notFound('page');
    void reply.type(this.metrics.contentType);
    return this.metrics.render();
  }
}
