import { Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Public } from '../../platform/http/index.js';
import { unknownTokenPage, unsubscribedPage, unsubscribePage } from './unsubscribe.page.js';
import { UnsubscribeService } from './unsubscribe.service.js';

const asked = z.strictObject({ token: z.string().max(400).default('') });
type Asked = z.infer<typeof asked>;

/** Behind the address that every mail carries: reading it changes nothing, one click stops such mails, without a sign-in. */
@Controller('unsubscribe')
@Public()
export class UnsubscribeController {
  constructor(private readonly service: UnsubscribeService) {}

  @Get()
  ask(@Query({ schema: asked }) { token }: Asked, @Res() reply: FastifyReply): void {
    const known = this.service.isKnown(token);
    page(reply, known ? 200 : 404, known ? unsubscribePage(token) : unknownTokenPage());
  }

  @Post()
  async stop(@Query({ schema: asked }) { token }: Asked, @Res() reply: FastifyReply): Promise<void> {
    const done = await this.service.stop(token);
    page(reply, done ? 200 : 404, done ? unsubscribedPage() : unknownTokenPage());
  }
}

function page(reply: FastifyReply, status: number, html: string): void {
  void reply.status(status).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(html);
}
