import { Body, Controller, Get, Param, Patch } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Answer, Can, CurrentActor, IfMatch, Public, uuid } from '../../platform/http/index.js';
import { SeekersQueries } from './seekers.queries.js';
import { seekerPatch, type SeekerPatch, seekerView, type SeekerView } from './seekers.schemas.js';
import { SeekersService } from './seekers.service.js';

@Controller('api/v1/seekers')
export class SeekersController {
  constructor(
    private readonly seekers: SeekersService,
    private readonly queries: SeekersQueries,
  ) {}

  @Get(':organizationId')
  @Public()
  @Answer(200, seekerView, 'An organization with a published need; its name is shown to members.')
  one(@Param('organizationId', { schema: uuid }) organizationId: string, @CurrentActor() actor: Actor): Promise<SeekerView> {
    return this.queries.one(organizationId, actor);
  }

  @Patch(':organizationId')
  @Can('seeker.edit')
  @Answer(200, seekerView, 'Changes what the organization says of itself as a seeker.')
  async edit(
    @Param('organizationId', { schema: uuid }) organizationId: string,
    @Body({ schema: seekerPatch }) body: SeekerPatch,
    @IfMatch() seen: number | null,
    @CurrentActor() actor: Actor,
  ): Promise<SeekerView> {
    await this.seekers.edit(actor, organizationId, seen, body);
    return this.queries.one(organizationId, actor);
  }
}
