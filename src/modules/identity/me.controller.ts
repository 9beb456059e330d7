import { Body, Controller, Delete, Get, Param, Patch, Post } from '@nestjs/common';
import type { z } from 'zod';
import type { PersonActor } from '../../kernel/actor.js';
import { Answer, Can, CurrentActor, IfMatch, uuid } from '../../platform/http/index.js';
import {
  actFor,
  createdKey,
  keyList,
  meChange,
  type MeChange,
  meView,
  newKey,
  type NewKeyRequest,
  sessionList,
} from './identity.schemas.js';
import { KeysService } from './keys.service.js';
import { PeopleQueries } from './people.queries.js';
import { PeopleService } from './people.service.js';

/** What a person sees and changes of herself. */
@Controller('api/v1/me')
export class MeController {
  constructor(
    private readonly people: PeopleService,
    private readonly queries: PeopleQueries,
    private readonly own: KeysService,
  ) {}

  @Get()
  @Can('me.read')
  @Answer(200, meView, 'Who you are in this request.')
  me(@CurrentActor() actor: PersonActor) {
    return this.queries.me(actor);
  }

  @Patch()
  @Can('me.edit', { own: true })
  @Answer(200, meView, 'Changes name, language or time zone.')
  async edit(@Body({ schema: meChange }) body: MeChange, @IfMatch() seen: number | null, @CurrentActor() actor: PersonActor) {
    await this.people.change(actor, body, seen);
    return this.queries.me(actor);
  }

  @Post('organization')
  @Can('me.act-for', { own: true })
  @Answer(200, meView, 'Chooses the organization you act for from now on.')
  async actFor(@Body({ schema: actFor }) body: z.infer<typeof actFor>, @CurrentActor() actor: PersonActor) {
    await this.people.actFor(actor, body.organizationId);
    const me = await this.queries.me(actor);
    const chosen =
      me.organizations.find(({ id }) => id === body.organizationId) ?? (me.organizations.length === 1 ? me.organizations[0] : undefined);
    return { ...me, organization: chosen ? { id: chosen.id, role: chosen.role } : null };
  }

  @Get('keys')
  @Can('me.keys')
  @Answer(200, keyList, 'Your API keys.')
  async keys(@CurrentActor() actor: PersonActor) {
    return { items: await this.own.keys(actor) };
  }

  @Post('keys')
  @Can('me.keys', { own: true })
  @Answer(201, createdKey, 'Makes an API key; the answer is the only time it is shown.')
  createKey(@Body({ schema: newKey }) body: NewKeyRequest, @CurrentActor() actor: PersonActor) {
    return this.own.createKey(actor, body);
  }

  @Delete('keys/:id')
  @Can('me.keys', { own: true })
  @Answer(204, null, 'Revokes a key at once.')
  revokeKey(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: PersonActor) {
    return this.own.revokeKey(actor, id);
  }

  @Get('sessions')
  @Can('me.sessions')
  @Answer(200, sessionList, 'Where you are signed in.')
  async sessions(@CurrentActor() actor: PersonActor) {
    return { items: await this.own.sessions(actor) };
  }

  @Delete('sessions')
  @Can('me.sessions', { own: true })
  @Answer(204, null, 'Ends all sessions but this one.')
  revokeOthers(@CurrentActor() actor: PersonActor) {
    return this.own.revokeOtherSessions(actor);
  }

  @Delete('sessions/:id')
  @Can('me.sessions', { own: true })
  @Answer(204, null, 'Ends one session at once.')
  revokeSession(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: PersonActor) {
    return this.own.revokeSession(actor, id);
  }
}
