import { Controller, Get, Header, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { DomainError } from '../../kernel/errors.js';
import { AccountsService, welcomeForm } from '../../modules/identity/index.js';
import { Public } from '../../platform/http/index.js';
import { formState } from '../components/index.js';
import { CurrentReader, Form, type FormInput, Page, type Reader, redirect, submitted, withStatus } from '../page/index.js';
import { LinkGonePage } from './link-gone.page.js';
import { WelcomePage } from './welcome.page.js';

const FIELDS = ['name', 'password'];
const asked = z.object({ token: z.string().max(100).default('') });

/** Behind a one-time link that the command line prints: it sets the password of an address, and makes the account if there is none. */
@Controller('welcome')
@Public()
export class WelcomePages {
  constructor(private readonly accounts: AccountsService) {}

  @Get()
  @Header('cache-control', 'no-store')
  @Page()
  async ask(@Query({ schema: asked }) { token }: z.infer<typeof asked>) {
    const link = await this.accounts.readLink(token);
    return link ? <WelcomePage token={token} email={link.email} form={formState(FIELDS)} /> : gone();
  }

  @Post()
  @Header('cache-control', 'no-store')
  @Page()
  async set(@Form() form: FormInput, @CurrentReader() reader: Reader) {
    const token = form.text('token') ?? '';
    const link = await this.accounts.readLink(token);
    if (!link) return gone();
    const { email } = link;
    return submitted(
      { reader, form, fields: FIELDS },
      async () => {
        const given = form.parse(welcomeForm, { token, email, name: form.text('name') ?? '', password: form.values['password'] ?? '' });
        try {
          await this.accounts.useLink(token, given, reader.language);
        } catch (error) {
          if (error instanceof DomainError && error.code === 'account.link-used') return gone();
          throw error;
        }
        return redirect('/sign-in', 'password-set');
      },
      (state) => <WelcomePage token={token} email={email} form={state} />,
    );
  }
}

const gone = () => withStatus(410, <LinkGonePage text="welcome.gone" />);
