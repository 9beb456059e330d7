import { Module } from '@nestjs/common';
import { RulesModule } from '../rules/index.js';
import { TaxonomyModule } from '../taxonomy/index.js';
import { ActingOrganization } from './acting-organization.js';
import { ClaimsController } from './claims.controller.js';
import { ClaimsService } from './claims.service.js';
import { Consents } from './consents.js';
import { FacilitiesController } from './facilities/facilities.controller.js';
import { FacilitiesQueries } from './facilities/facilities.queries.js';
import { Facilities } from './facilities/facilities.service.js';
import { InvitationsController } from './invitations.controller.js';
import { InvitationsJobs } from './invitations.jobs.js';
import { InvitationsQueries } from './invitations.queries.js';
import { InvitationsService } from './invitations.service.js';
import { MembersController } from './members.controller.js';
import { MembersQueries } from './members.queries.js';
import { MembersService } from './members.service.js';
import { OfficersController } from './officers.controller.js';
import { OfficersService } from './officers.service.js';
import { OrganizationCodes } from './organization.codes.js';
import { OrganizationLevels } from './organization-levels.service.js';
import { OrganizationViewsQueries } from './organization-views.queries.js';
import { OrganizationsController } from './organizations.controller.js';
import { OrganizationsQueries } from './organizations.queries.js';
import { OrganizationsRepository } from './organizations.repository.js';
import { OrganizationsService } from './organizations.service.js';

@Module({
  imports: [RulesModule, TaxonomyModule],
  controllers: [
    OrganizationsController,
    MembersController,
    InvitationsController,
    OfficersController,
    FacilitiesController,
    ClaimsController,
  ],
  providers: [
    ActingOrganization,
    ClaimsService,
    Consents,
    Facilities,
    FacilitiesQueries,
    InvitationsJobs,
    InvitationsQueries,
    InvitationsService,
    MembersQueries,
    MembersService,
    OfficersService,
    OrganizationCodes,
    OrganizationLevels,
    OrganizationViewsQueries,
    OrganizationsQueries,
    OrganizationsRepository,
    OrganizationsService,
  ],
  exports: [
    ClaimsService,
    Consents,
    InvitationsQueries,
    Facilities,
    FacilitiesQueries,
    InvitationsQueries,
    InvitationsService,
    OrganizationCodes,
    MembersQueries,
    MembersService,
    OfficersService,
    OrganizationLevels,
    OrganizationViewsQueries,
    OrganizationsQueries,
    OrganizationsService,
  ],
})
export class OrganizationsModule {}
