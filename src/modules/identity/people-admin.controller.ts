import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import type { Actor } from '../../kernel/actor.js';
import { administrators, Answer, Can, CurrentActor, Idempotent, staff, uuid } from '../../platform/http/index.js';
import { peoplePage, peopleQuery, type PeopleQuery, personView, staffRole, transition } from './identity.schemas.js';
import { PeopleQueries, type PersonRow } from './people.queries.js';
import { PeopleService } from './people.service.js';

/** People as administrators see them. */
@Controller('api/v1/admin/people')
export class PeopleAdminController {
  constructor(
    private readonly people: PeopleService,
    private readonly queries: PeopleQueries,
  ) {}

  @Get()
  @Can('person.list', { who: staff })
  @Answer(200, peoplePage, 'Everybody, newest first.')
  list(@Query({ schema: peopleQuery }) query: PeopleQuery) {
    return this.queries.page(query);
  }

  @Get(':id')
  @Can('person.read', { who: staff })
  @Answer(200, personView)
  one(@Param('id', { schema: uuid }) id: string): Promise<PersonRow> {
    return this.queries.one(id);
  }

  @Post(':id/disable')
  @Can('person.disable', { who: administrators })
  @Idempotent({ replay: 'one' })
  @Answer(200, personView, 'Ends all sessions and keys, and lets nobody sign in.')
  async disable(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: transition }) _body: z.infer<typeof transition>,
    @CurrentActor() actor: Actor,
  ) {
    await this.people.disable(actor, id);
    return this.queries.one(id);
  }

  @Post(':id/enable')
  @Can('person.enable', { who: administrators })
  @Idempotent({ replay: 'one' })
  @Answer(200, personView, 'Lets a disabled person sign in again.')
  async enable(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: transition }) _body: z.infer<typeof transition>,
    @CurrentActor() actor: Actor,
  ) {
    await this.people.enable(actor, id);
    return this.queries.one(id);
  }

  @Post(':id/grant')
  @Can('person.grant', { who: administrators })
  @Idempotent({ replay: 'one' })
  @Answer(200, personView, 'Makes somebody administrator or auditor.')
  async grant(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: staffRole }) body: z.infer<typeof staffRole>,
    @CurrentActor() actor: Actor,
  ) {
    await this.people.setStaffRole(actor, id, body.role, true);
    return this.queries.one(id);
  }

  @Post(':id/revoke')
  @Can('person.revoke', { who: administrators })
  @Idempotent({ replay: 'one' })
  @Answer(200, personView, 'Ends that.')
  async revoke(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: staffRole }) body: z.infer<typeof staffRole>,
    @CurrentActor() actor: Actor,
  ) {
    await this.people.setStaffRole(actor, id, body.role, false);
    return this.queries.one(id);
  }
}
