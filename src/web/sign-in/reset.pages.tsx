import { Controller, Get, Header, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { AccountLinks } from '../../modules/identity/index.js';
import { AuthGateway, email, newPassword, refuseWeak } from '../../platform/auth/index.js';
import { Public } from '../../platform/http/index.js';
import { formState } from '../components/index.js';
import { CurrentReader, Form, type FormInput, Page, type Reader, redirect, submitted, withStatus } from '../page/index.js';
import { LinkGonePage } from './link-gone.page.js';
import { AskResetPage, ResetPage, ResetSentPage } from './reset.page.js';

const asked = z.strictObject({ email });
const chosen = z.object({ password: newPassword, email: z.string(), name: z.string() }).superRefine(refuseWeak);
const token = z.string().max(100);

/** A forgotten password: a link is mailed, which sets a new one once. */
@Controller()
@Public()
export class ResetPages {
  constructor(
    private readonly links: AccountLinks,
    private readonly gateway: AuthGateway,
  ) {}

  @Get('sign-in/reset')
  @Page()
  ask() {
    return <AskResetPage form={formState(['email'])} />;
  }

  @Post('sign-in/reset')
  @Page()
  send(@Form() form: FormInput, @CurrentReader() reader: Reader, @Req() request: FastifyRequest) {
    return submitted(
      { reader, form, fields: ['email'] },
      async () => {
        const { email } = form.parse(asked, { email: form.text('email') });
        await this.links.askReset(email, request.ip, reader.language);
        return <ResetSentPage email={email} />;
      },
      (state) => <AskResetPage form={state} />,
    );
  }

  @Get('reset/:token')
  @Header('cache-control', 'no-store')
  @Page()
  async choose(@Param('token', { schema: token }) token: string) {
    const account = await this.links.resetOf(token);
    return account ? <ResetPage token={token} email={account.email} form={formState(['password'])} /> : gone();
  }

  @Post('reset/:token')
  @Header('cache-control', 'no-store')
  @Page()
  async set(
    @Param('token', { schema: token }) token: string,
    @Form() form: FormInput,
    @CurrentReader() reader: Reader,
    @Req() request: FastifyRequest,
  ) {
    const account = await this.links.resetOf(token);
    if (!account) return gone();
    return submitted(
      { reader, form, fields: ['password'] },
      async () => {
        const { password } = form.parse(chosen, { ...account, password: form.values['password'] });
        await this.gateway.call(request, 'reset-password', { newPassword: password, token });
        await this.links.hasReset(account.personId);
        return redirect('/sign-in', 'password-set');
      },
      (state) => <ResetPage token={token} email={account.email} form={state} />,
    );
  }
}

const gone = () => withStatus(410, <LinkGonePage text="reset.gone" next={{ path: '/sign-in/reset', text: 'reset.again' }} />);
