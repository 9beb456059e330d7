import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { administrators, Answer, Can, CurrentActor, IfMatch, Public } from '../../../platform/http/index.js';
import { FacilitiesQueries } from './facilities.queries.js';
import { facilitiesView, facilityBody, facilityCode, facilityView, type FacilityBody, type FacilityView } from './facilities.schemas.js';
import { Facilities } from './facilities.service.js';

/** Themed windows of the exchange. */
@Controller('api/v1/facilities')
export class FacilitiesController {
  constructor(
    private readonly facilities: Facilities,
    private readonly queries: FacilitiesQueries,
  ) {}

  @Get()
  @Public()
  @Answer(200, facilitiesView, 'Every facility, with the countries and sectors it is for.')
  list(): Promise<{ items: FacilityView[] }> {
    return this.queries.list();
  }

  @Get(':code')
  @Public()
  @Answer(200, facilityView)
  one(@Param('code', { schema: facilityCode }) code: string): Promise<FacilityView> {
    return this.queries.one(code);
  }

  @Put(':code')
  @Can('facility.put', { who: administrators })
  @Answer(
    200,
    facilityView,
    'Opens a facility, or replaces what it says; listings that are in it stay. Its own rules are set at /api/v1/rules.',
  )
  async put(
    @Param('code', { schema: facilityCode }) code: string,
    @Body({ schema: facilityBody }) body: FacilityBody,
    @IfMatch() seen: number | null,
    @CurrentActor() actor: Actor,
  ): Promise<FacilityView> {
    await this.facilities.put(actor, code, seen, body);
    return this.queries.one(code);
  }
}
