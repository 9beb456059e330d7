import { Body, Controller, Param, Post } from '@nestjs/common';
import type { Actor, PersonActor } from '../../kernel/actor.js';
import { Answer, Can, CurrentActor, Idempotent, uuid } from '../../platform/http/index.js';
import { type Decision, decision, OrganizationViewsQueries, organizationView, type OrganizationView } from '../organizations/index.js';
import { DueDiligence } from './due-diligence.service.js';

/** The level above a verification. */
@Controller('api/v1/organizations/:id')
export class DueDiligenceController {
  constructor(
    private readonly dueDiligence: DueDiligence,
    private readonly views: OrganizationViewsQueries,
  ) {}

  @Post('pass-due-diligence')
  @Can('organization.pass-due-diligence')
  @Idempotent({ replay: 'one' })
  @Answer(
    200,
    organizationView,
    'Level L2, once its papers have been accepted; by an administrator who neither belongs to it nor handled them.',
  )
  async pass(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: decision }) body: Decision,
    @CurrentActor() actor: PersonActor,
  ): Promise<OrganizationView> {
    await this.dueDiligence.pass(actor, id, body);
    return this.one(id, actor);
  }

  @Post('end-due-diligence')
  @Can('organization.end-due-diligence')
  @Idempotent({ replay: 'one' })
  @Answer(200, organizationView, 'Back to L1 before its time, with a reason; by an administrator who does not belong to it.')
  async end(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: decision }) body: Decision,
    @CurrentActor() actor: PersonActor,
  ): Promise<OrganizationView> {
    await this.dueDiligence.end(actor, id, body);
    return this.one(id, actor);
  }

  /** Answers a repeated call too. */
  one(id: string, actor: Actor): Promise<OrganizationView> {
    return this.views.one(id, actor);
  }
}
