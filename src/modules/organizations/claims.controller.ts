import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import type { Actor, PersonActor } from '../../kernel/actor.js';
import { Answer, Can, CurrentActor, Idempotent, uuid } from '../../platform/http/index.js';
import { ClaimsService } from './claims.service.js';
import { InvitationsQueries } from './invitations.queries.js';
import { claimList, claimOffer, invitationView, type InvitationView } from './organizations.schemas.js';

/** Handing an organization without users over to its own people. */
@Controller('api/v1/organizations/:id/claim-links')
export class ClaimsController {
  constructor(
    private readonly claims: ClaimsService,
    private readonly queries: InvitationsQueries,
  ) {}

  @Post()
  @Can('organization.offer-claim')
  @Idempotent({ replay: 'claim' })
  @Answer(201, invitationView, 'Mails a link that hands the organization over to a person; it works once.')
  async offer(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: claimOffer }) { email }: { email: string },
    @CurrentActor() actor: PersonActor,
  ): Promise<InvitationView> {
    return this.claim((await this.claims.offer(actor, id, email)).id, actor);
  }

  @Get()
  @Can('organization.read-claims')
  @Answer(200, claimList, 'Such links, the newest first; for those who keep the organization.')
  list(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: Actor): Promise<{ items: InvitationView[] }> {
    return this.queries.claims(actor, id);
  }

  @Delete(':invitationId')
  @Can('organization.withdraw-claim')
  @Answer(204, null)
  withdraw(
    @Param('id', { schema: uuid }) id: string,
    @Param('invitationId', { schema: uuid }) invitationId: string,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.claims.withdraw(actor, id, invitationId);
  }

  /** Answers a repeated offer. */
  claim(id: string, actor: Actor): Promise<InvitationView> {
    return this.queries.claim(actor, id);
  }
}
