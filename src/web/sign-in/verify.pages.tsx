import { Controller, Get, Header, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import type { PersonActor } from '../../kernel/actor.js';
import { AccountLinks } from '../../modules/identity/index.js';
import { Can, CurrentActor, Public } from '../../platform/http/index.js';
import { CurrentReader, Page, type Reader, redirect, withStatus } from '../page/index.js';
import { LinkGonePage } from './link-gone.page.js';
import { VerifyPage } from './verify.page.js';

const token = z.string().max(200);

/** Shows that an address is its person's. It is asked for with a button: programs that check mails follow every address in them. */
@Controller('verify')
export class VerifyPages {
  constructor(private readonly links: AccountLinks) {}

  @Post()
  @Can('me.verify', { own: true })
  @Page()
  async again(@CurrentActor() actor: PersonActor) {
    await this.links.askVerification(actor);
    return redirect('/dashboard', 'verification-sent');
  }

  @Get(':token')
  @Public()
  @Header('cache-control', 'no-store')
  @Page()
  async ask(@Param('token', { schema: token }) token: string, @CurrentReader() { person }: Reader) {
    const found = await this.links.verificationOf(token);
    return found ? <VerifyPage token={token} email={found.email} /> : gone(person !== null);
  }

  @Post(':token')
  @Public()
  @Page()
  async verify(@Param('token', { schema: token }) token: string, @CurrentReader() { person }: Reader) {
    if (!(await this.links.verify(token))) return gone(person !== null);
    return redirect(person ? '/dashboard' : '/sign-in', 'verified');
  }
}

const gone = (isSignedIn: boolean) =>
  withStatus(
    410,
    <LinkGonePage
      text="verify.gone"
      next={isSignedIn ? { path: '/dashboard', text: 'place.dashboard' } : { path: '/sign-in', text: 'sign-in.title' }}
    />,
  );
