import { Body, Controller, Delete, Get, Param, Put } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { administrators, Answer, Can, CurrentActor, staff, uuid } from '../../platform/http/index.js';
import { CountryGroups } from './country-groups.service.js';
import { countryParam, groupParam, groupVersions, membershipBody, type MembershipBody } from './versions.schemas.js';

/** When countries belong to groups; who belongs on a day is read with `GET /api/v1/code-lists/group?on=`. */
@Controller('api/v1/country-groups/:group/members/:country')
export class CountryGroupsController {
  constructor(private readonly groups: CountryGroups) {}

  @Put()
  @Can('taxonomy.edit', { who: administrators })
  @Answer(204, null, 'Sets all periods of membership; a graduation is the end of the last one.')
  save(
    @Param('group', { schema: groupParam }) group: string,
    @Param('country', { schema: countryParam }) country: string,
    @Body({ schema: membershipBody }) body: MembershipBody,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.groups.save(actor, group, country, body);
  }

  @Get('versions')
  @Can('taxonomy.history', { who: staff })
  @Answer(200, groupVersions, 'Every version with its author, the newest first.')
  versions(@Param('group', { schema: groupParam }) group: string, @Param('country', { schema: countryParam }) country: string) {
    return this.groups.history(group, country);
  }

  @Delete('versions/:id')
  @Can('taxonomy.edit', { who: administrators })
  @Answer(204, null, 'Takes the last version back while it has changed no day up to today.')
  withdraw(
    @Param('group', { schema: groupParam }) group: string,
    @Param('country', { schema: countryParam }) country: string,
    @Param('id', { schema: uuid }) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.groups.withdraw(actor, group, country, id);
  }
}
