import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import type { PersonActor } from '../../kernel/actor.js';
import type { Page } from '../../kernel/pagination.js';
import { Answer, Can, CurrentActor, Idempotent, type PageQuery, pageQuery, uuid } from '../../platform/http/index.js';
import { InvitationsQueries } from './invitations.queries.js';
import { InvitationsService } from './invitations.service.js';
import {
  type InvitationView,
  type JoinedView,
  type NewInvitation,
  invitationPage,
  invitationToken,
  invitationView,
  joinedView,
  newInvitation,
} from './organizations.schemas.js';

@Controller('api/v1')
export class InvitationsController {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly queries: InvitationsQueries,
  ) {}

  @Post('organizations/:id/invitations')
  @Can('organization.invite')
  @Idempotent({ replay: 'invitation' })
  @Answer(201, invitationView, 'Invites somebody by mail; the link works once, for seven days.')
  async invite(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: newInvitation }) body: NewInvitation,
    @CurrentActor() actor: PersonActor,
  ): Promise<InvitationView> {
    const made = await this.invitations.invite(actor, id, body);
    return this.invitation(made.id, actor);
  }

  @Get('organizations/:id/invitations')
  @Can('organization.read-invitations')
  @Answer(200, invitationPage)
  list(
    @Param('id', { schema: uuid }) id: string,
    @Query({ schema: pageQuery }) query: PageQuery,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page<InvitationView>> {
    return this.queries.list(actor, id, query);
  }

  @Delete('organizations/:id/invitations/:invitationId')
  @Can('organization.withdraw-invitation')
  @Answer(204, null)
  withdraw(
    @Param('id', { schema: uuid }) id: string,
    @Param('invitationId', { schema: uuid }) invitationId: string,
    @CurrentActor() actor: PersonActor,
  ): Promise<void> {
    return this.invitations.withdraw(actor, id, invitationId);
  }

  @Post('invitations/accept')
  @Can('organization.join')
  @Idempotent({ replay: 'joined', ofPerson: true })
  @Answer(200, joinedView, 'Makes the caller a member; the invitation must have been sent to her mail address.')
  async accept(@Body({ schema: invitationToken }) { token }: { token: string }, @CurrentActor() actor: PersonActor): Promise<JoinedView> {
    const { organizationId } = await this.invitations.acceptInvitation(actor, token);
    return this.joined(organizationId, actor);
  }

  /** Answers a repeated invite; for managers only, as the first time. */
  invitation(id: string, actor: PersonActor): Promise<InvitationView> {
    return this.queries.one(actor, id);
  }

  /** Answers a repeated accept. */
  joined(organizationId: string, actor: PersonActor): Promise<JoinedView> {
    return this.queries.joined(organizationId, actor.personId);
  }
}
