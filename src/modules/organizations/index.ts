import { CountryOfficerEntity } from './country-officer.entity.js';
import { InvitationEntity } from './invitation.entity.js';
import { MembershipEntity } from './membership.entity.js';
import { OrganizationEntity } from './organization.entity.js';

export { membershipChanged, organizationChanged, organizationRegistered } from './organization.events.js';
export { ORGANIZATION_LEVELS, ORGANIZATION_STANDINGS, hasLevel, type OrganizationLevel, type OrganizationStanding } from './organization.lifecycle.js';
export { OrganizationsQueries, type OrganizationBrief } from './organizations.queries.js';
export const organizationsEntities = [OrganizationEntity, MembershipEntity, InvitationEntity, CountryOfficerEntity];
