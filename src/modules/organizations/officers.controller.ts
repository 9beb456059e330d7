import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import type { Page } from '../../kernel/pagination.js';
import { Answer, Can, CurrentActor, Idempotent, administrators, staff, uuid } from '../../platform/http/index.js';
import { MembersQueries } from './members.queries.js';
import { OfficersService } from './officers.service.js';
import {
  type NewOfficer,
  type OfficerView,
  type OfficersQuery,
  countryParam,
  newOfficer,
  officerPage,
  officerView,
  officersQuery,
} from './organizations.schemas.js';

@Controller('api/v1/admin/officers')
export class OfficersController {
  constructor(
    private readonly officers: OfficersService,
    private readonly queries: MembersQueries,
  ) {}

  @Post()
  @Can('officer.appoint', { who: administrators })
  @Idempotent({ replay: 'one' })
  @Answer(201, officerView, 'Appoints an officer of the centre of a country.')
  async appoint(@Body({ schema: newOfficer }) body: NewOfficer, @CurrentActor() actor: Actor): Promise<OfficerView> {
    await this.officers.appoint(actor, body);
    return this.one(`${body.personId}:${body.country}`);
  }

  @Get()
  @Can('officer.read', { who: staff })
  @Answer(200, officerPage, 'Active officers by country.')
  list(@Query({ schema: officersQuery }) query: OfficersQuery): Promise<Page<OfficerView>> {
    return this.queries.officers(query);
  }

  @Delete(':personId/:country')
  @Can('officer.end', { who: administrators })
  @Answer(204, null)
  end(
    @Param('personId', { schema: uuid }) personId: string,
    @Param('country', { schema: countryParam }) country: string,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.officers.end(actor, personId, country);
  }

  /** Answers a repeated appointment; `id` is that of the view. */
  one(id: string): Promise<OfficerView> {
    const [personId = '', country = ''] = id.split(':');
    return this.queries.officer(personId, country);
  }
}
