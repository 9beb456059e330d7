import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { DomainError } from '../../kernel/errors.js';
import { faultsOf, Public, remedy } from '../../platform/http/index.js';
import { AccountsService } from './accounts.service.js';
import { welcomeForm, welcomeQuery } from './identity.schemas.js';
import { preferredLanguage } from './preferred-language.js';
import { welcomeDonePage, welcomeFormPage, welcomeGonePage } from './welcome.page.js';

/** The page behind a one-time link: a plain form, so it works before anything else does. */
@Controller('welcome')
@Public()
export class WelcomeController {
  constructor(private readonly accounts: AccountsService) {}

  @Get()
  async form(@Query({ schema: welcomeQuery }) { token }: z.infer<typeof welcomeQuery>, @Res() reply: FastifyReply): Promise<void> {
    const link = await this.accounts.readLink(token);
    if (link) page(reply, 200, welcomeFormPage({ token, email: link.email, name: '', faults: [] }));
    else page(reply, 410, welcomeGonePage());
  }

  @Post()
  async submit(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { token = '', name = '', password = '' } = (body ?? {}) as Partial<Record<'token' | 'name' | 'password', unknown>>;
    const link = typeof token === 'string' ? await this.accounts.readLink(token) : undefined;
    if (!link || typeof token !== 'string') return page(reply, 410, welcomeGonePage());
    const form = welcomeForm.safeParse({ token, email: link.email, name, password }, { error: remedy, reportInput: true });
    if (!form.success) {
      const kept = typeof name === 'string' ? name : '';
      return page(reply, 400, welcomeFormPage({ token, email: link.email, name: kept, faults: faultsOf(form.error.issues) }));
    }
    try {
      await this.accounts.useLink(token, form.data, preferredLanguage(request.headers['accept-language']));
      page(reply, 200, welcomeDonePage());
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'account.link-used') throw error;
      page(reply, 410, welcomeGonePage());
    }
  }
}

function page(reply: FastifyReply, status: number, html: string): void {
  void reply.status(status).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(html);
}
