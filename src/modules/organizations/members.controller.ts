import { Body, Controller, Delete, Get, Param, Patch } from '@nestjs/common';
import type { Actor, MemberRole } from '../../kernel/actor.js';
import { Answer, Can, CurrentActor, uuid } from '../../platform/http/index.js';
import { MembersService } from './members.service.js';
import { type MemberView, memberList, roleChange } from './organizations.schemas.js';

@Controller('api/v1/organizations/:id/members')
export class MembersController {
  constructor(private readonly members: MembersService) {}

  @Get()
  @Can('organization.read-members')
  @Answer(200, memberList, 'Members with their roles; for members, the centre of the country, administrators and auditors.')
  list(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: Actor): Promise<{ items: MemberView[] }> {
    return this.members.list(actor, id);
  }

  @Patch(':personId')
  @Can('organization.change-role')
  @Answer(200, memberList)
  async changeRole(
    @Param('id', { schema: uuid }) id: string,
    @Param('personId', { schema: uuid }) personId: string,
    @Body({ schema: roleChange }) { role }: { role: MemberRole },
    @CurrentActor() actor: Actor,
  ): Promise<{ items: MemberView[] }> {
    await this.members.changeRole(actor, id, personId, role);
    return this.members.list(actor, id);
  }

  @Delete(':personId')
  @Can('organization.remove-member')
  @Answer(204, null, 'A manager removes a member, or a member leaves.')
  remove(
    @Param('id', { schema: uuid }) id: string,
    @Param('personId', { schema: uuid }) personId: string,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.members.remove(actor, id, personId);
  }
}
