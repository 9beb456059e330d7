import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { PersonActor } from '../../kernel/actor.js';
import { actFor, meChange, PeopleQueries, PeopleService } from '../../modules/identity/index.js';
import { AuthGateway, changePassword } from '../../platform/auth/index.js';
import { Can, CurrentActor } from '../../platform/http/index.js';
import { formState } from '../components/index.js';
import { CurrentReader, Form, type FormInput, Page, type Reader, redirect, submitted } from '../page/index.js';
import { AccountPage, PROFILE } from './account.page.js';
import { ActForPage } from './act-for.page.js';
import { PASSWORDS, PasswordPage } from './password.page.js';

const seen = z.strictObject({ version: z.int() });

/** One's own profile and password, and the organization one acts for. */
@Controller('account')
export class AccountPages {
  constructor(
    private readonly people: PeopleService,
    private readonly queries: PeopleQueries,
    private readonly gateway: AuthGateway,
  ) {}

  @Get()
  @Can('me.read')
  @Page()
  async show(@CurrentActor() actor: PersonActor) {
    const me = await this.queries.me(actor);
    return <AccountPage me={me} form={formState(PROFILE, { name: me.name, language: me.language, timeZone: me.timeZone })} />;
  }

  @Post()
  @Can('me.edit', { own: true })
  @Page()
  save(@Form() form: FormInput, @CurrentReader() reader: Reader, @CurrentActor() actor: PersonActor) {
    return submitted(
      { reader, form, fields: PROFILE },
      async () => {
        const fields = { name: form.text('name') ?? '', language: form.text('language'), timeZone: form.text('timeZone') };
        const change = form.parse(meChange, fields);
        const { version } = form.parse(seen, { version: form.number('version') });
        await this.people.change(actor, change, version);
        return redirect('/account', 'saved');
      },
      async (state) => <AccountPage me={await this.queries.me(actor)} form={state} />,
    );
  }

  @Get('password')
  @Can('me.change-password')
  @Page()
  password() {
    return <PasswordPage form={formState(PASSWORDS)} />;
  }

  @Post('password')
  @Can('me.change-password', { own: true })
  @Page()
  changePassword(
    @Form() form: FormInput,
    @CurrentReader() reader: Reader,
    @CurrentActor() actor: PersonActor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return submitted(
      { reader, form, fields: PASSWORDS },
      async () => {
        const { currentPassword, newPassword } = form.values;
        const change = form.parse(changePassword, { currentPassword, newPassword });
        const { cookies } = await this.gateway.changePassword(request, actor.personId, change);
        if (cookies.length > 0) void reply.header('set-cookie', cookies);
        return redirect('/account', 'password-changed');
      },
      (state) => <PasswordPage form={state} />,
    );
  }

  @Get('organization')
  @Can('me.act-for')
  @Page()
  async choose(@CurrentActor() actor: PersonActor) {
    return (
      <ActForPage me={await this.queries.me(actor)} form={formState(['organizationId'], { organizationId: actor.organization?.id })} />
    );
  }

  @Post('organization')
  @Can('me.act-for', { own: true })
  @Page()
  actFor(@Form() form: FormInput, @CurrentReader() reader: Reader, @CurrentActor() actor: PersonActor) {
    return submitted(
      { reader, form, fields: ['organizationId'] },
      async () => {
        const { organizationId } = form.parse(actFor, { organizationId: form.text('organizationId') });
        await this.people.actFor(actor, organizationId);
        return redirect('/dashboard', 'acting');
      },
      async (state) => <ActForPage me={await this.queries.me(actor)} form={state} />,
    );
  }
}
