import { Controller, Get, Param, Post } from '@nestjs/common';
import type { PersonActor } from '../../kernel/actor.js';
import { KeysService } from '../../modules/identity/index.js';
import { Can, CurrentActor, uuid } from '../../platform/http/index.js';
import { Page, redirect } from '../page/index.js';
import { SessionsPage } from './sessions.page.js';

/** Where one is signed in. */
@Controller('account/sessions')
export class SessionsPages {
  constructor(private readonly own: KeysService) {}

  @Get()
  @Can('me.sessions')
  @Page()
  async list(@CurrentActor() actor: PersonActor) {
    return <SessionsPage sessions={await this.own.sessions(actor)} />;
  }

  @Post('end-others')
  @Can('me.sessions', { own: true })
  @Page()
  async endOthers(@CurrentActor() actor: PersonActor) {
    await this.own.revokeOtherSessions(actor);
    return redirect('/account/sessions', 'sessions-ended');
  }

  @Post(':id/end')
  @Can('me.sessions', { own: true })
  @Page()
  async end(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: PersonActor) {
    await this.own.revokeSession(actor, id);
    return redirect(id === actor.sessionId ? '/' : '/account/sessions', id === actor.sessionId ? 'signed-out' : 'session-ended');
  }
}
