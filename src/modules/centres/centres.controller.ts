import { Body, Controller, Delete, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import type { Page } from '../../kernel/pagination.js';
import { administrators, Answer, Can, CurrentActor, Idempotent, IfMatch, Public, staff, uuid } from '../../platform/http/index.js';
import { countryParam } from '../organizations/index.js';
import { CentreAppointments } from './centre-appointments.service.js';
import { CentresQueries } from './centres.queries.js';
import {
  centreEnd,
  centrePage,
  centrePatch,
  centresQuery,
  centreView,
  deskView,
  newCentre,
  officerLanguages,
  publicCentres,
  type CentrePatch,
  type CentresQuery,
  type CentreView,
  type DeskView,
  type NewCentre,
} from './centres.schemas.js';

/** Country centres: for everybody who serves a country, for administrators their appointment. */
@Controller('api/v1')
export class CentresController {
  constructor(
    private readonly appointments: CentreAppointments,
    private readonly queries: CentresQueries,
  ) {}

  @Get('centres')
  @Public()
  @Answer(200, publicCentres, 'Every country centre in force.')
  async inForce() {
    return { items: await this.queries.inForce() };
  }

  @Get('centres/:country')
  @Public()
  @Answer(200, deskView, 'Who serves a country: its centre, or the global desk.')
  desk(@Param('country', { schema: countryParam }) country: string): Promise<DeskView> {
    return this.queries.desk(country);
  }

  @Get('admin/centres')
  @Can('centre.read', { who: staff })
  @Answer(200, centrePage, 'Centres with their letters and officers, the newest first; with ended=true those that have been ended.')
  list(@Query({ schema: centresQuery }) query: CentresQuery): Promise<Page<CentreView>> {
    return this.queries.list(query);
  }

  @Post('admin/centres')
  @Can('centre.appoint', { who: administrators })
  @Idempotent({ replay: 'one' })
  @Answer(201, centreView, 'Appoints the centre of one country or more.')
  async appoint(@Body({ schema: newCentre }) body: NewCentre, @CurrentActor() actor: Actor): Promise<CentreView> {
    return this.queries.one(await this.appointments.appoint(actor, body));
  }

  @Get('admin/centres/:id')
  @Can('centre.read', { who: staff })
  @Answer(200, centreView)
  one(@Param('id', { schema: uuid }) id: string): Promise<CentreView> {
    return this.queries.one(id);
  }

  @Patch('admin/centres/:id')
  @Can('centre.edit', { who: administrators })
  @Answer(200, centreView, 'Changes a centre: a country it gets brings its officers there, one it gives up ends them there.')
  async edit(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: centrePatch }) body: CentrePatch,
    @IfMatch({ required: true }) seen: number | null,
    @CurrentActor() actor: Actor,
  ): Promise<CentreView> {
    await this.appointments.edit(actor, id, seen, body);
    return this.queries.one(id);
  }

  @Post('admin/centres/:id/end')
  @Can('centre.end', { who: administrators })
  @Idempotent({ replay: 'one' })
  @Answer(200, centreView, 'Ends a centre and the appointments of its officers; the global desk serves its countries from now on.')
  async end(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: centreEnd }) { reason }: { reason: string },
    @CurrentActor() actor: Actor,
  ): Promise<CentreView> {
    await this.appointments.end(actor, id, reason);
    return this.queries.one(id);
  }

  @Put('admin/centres/:id/officers/:personId')
  @Can('centre.set-officer', { who: administrators })
  @Answer(200, centreView, 'Makes somebody an officer of the centre in all its countries, or changes the languages she reviews in.')
  async setOfficer(
    @Param('id', { schema: uuid }) id: string,
    @Param('personId', { schema: uuid }) personId: string,
    @Body({ schema: officerLanguages }) { languages }: { languages: string[] },
    @CurrentActor() actor: Actor,
  ): Promise<CentreView> {
    await this.appointments.setOfficer(actor, id, personId, languages);
    return this.queries.one(id);
  }

  @Delete('admin/centres/:id/officers/:personId')
  @Can('centre.end-officer', { who: administrators })
  @Answer(200, centreView, 'Ends the appointment of an officer in all countries of the centre; what waits there waits for the others.')
  async endOfficer(
    @Param('id', { schema: uuid }) id: string,
    @Param('personId', { schema: uuid }) personId: string,
    @CurrentActor() actor: Actor,
  ): Promise<CentreView> {
    await this.appointments.endOfficer(actor, id, personId);
    return this.queries.one(id);
  }
}
