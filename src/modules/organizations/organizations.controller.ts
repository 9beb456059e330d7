import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import type { Actor, PersonActor } from '../../kernel/actor.js';
import type { Page } from '../../kernel/pagination.js';
import { Answer, Can, CurrentActor, Idempotent, IfMatch, uuid } from '../../platform/http/index.js';
import { OrganizationViewsQueries } from './organization-views.queries.js';
import {
  type Decision,
  type NewOrganization,
  type OrganizationPatch,
  type OrganizationView,
  type OrganizationsQuery,
  decision,
  newOrganization,
  organizationPage,
  organizationPatch,
  organizationView,
  organizationsQuery,
} from './organizations.schemas.js';
import { OrganizationsService } from './organizations.service.js';

@Controller('api/v1/organizations')
export class OrganizationsController {
  constructor(
    private readonly organizations: OrganizationsService,
    private readonly views: OrganizationViewsQueries,
  ) {}

  @Post()
  @Can('organization.register')
  @Idempotent({ replay: 'one', ofPerson: true })
  @Answer(201, organizationView, 'Registers an organization; the caller becomes its manager and acts for it from now on.')
  async register(@Body({ schema: newOrganization }) body: NewOrganization, @CurrentActor() actor: PersonActor): Promise<OrganizationView> {
    const { id } = await this.organizations.register(actor, body);
    return this.views.one(id, actor);
  }

  @Get()
  @Can('organization.read')
  @Answer(200, organizationPage, 'Organizations, newest first; with mine=true those the caller belongs to.')
  list(
    @Query({ schema: organizationsQuery }) query: OrganizationsQuery,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page<OrganizationView>> {
    return this.views.list(actor, query);
  }

  @Get(':id')
  @Can('organization.read')
  @Answer(200, organizationView)
  one(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: Actor): Promise<OrganizationView> {
    return this.views.one(id, actor);
  }

  @Patch(':id')
  @Can('organization.edit')
  @Answer(200, organizationView, 'Changes what is kept of an organization; name, country and type only until somebody has checked them.')
  async edit(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: organizationPatch }) body: OrganizationPatch,
    @IfMatch() seen: number | null,
    @CurrentActor() actor: Actor,
  ): Promise<OrganizationView> {
    await this.organizations.update(actor, id, seen, body);
    return this.views.one(id, actor);
  }

  @Post(':id/verify')
  @Can('organization.verify')
  @Idempotent({ replay: 'one' })
  @Answer(200, organizationView, 'Verifies an organization (level L1); by an administrator who does not belong to it.')
  async verify(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: decision }) body: Decision,
    @CurrentActor() actor: Actor,
  ): Promise<OrganizationView> {
    await this.organizations.verify(actor, id, body);
    return this.views.one(id, actor);
  }

  @Post(':id/reject')
  @Can('organization.reject')
  @Idempotent({ replay: 'one' })
  @Answer(200, organizationView, 'Refuses a registration, with a reason; by the centre of its country or an administrator.')
  async reject(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: decision }) body: Decision,
    @CurrentActor() actor: Actor,
  ): Promise<OrganizationView> {
    await this.organizations.reject(actor, id, body);
    return this.views.one(id, actor);
  }

  @Post(':id/suspend')
  @Can('organization.suspend')
  @Idempotent({ replay: 'one' })
  @Answer(200, organizationView, 'Takes an organization and its listings out of circulation, with a reason.')
  async suspend(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: decision }) body: Decision,
    @CurrentActor() actor: Actor,
  ): Promise<OrganizationView> {
    await this.organizations.suspend(actor, id, body);
    return this.views.one(id, actor);
  }

  @Post(':id/resume')
  @Can('organization.resume')
  @Idempotent({ replay: 'one' })
  @Answer(200, organizationView, 'Back to good standing after a rejection or suspension.')
  async resume(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: decision }) body: Decision,
    @CurrentActor() actor: Actor,
  ): Promise<OrganizationView> {
    await this.organizations.resume(actor, id, body);
    return this.views.one(id, actor);
  }
}
