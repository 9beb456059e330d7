/** Legal entities, who belongs to them, how far they have been checked, and the officers of country centres. Needs PlatformModule. */
import { CountryOfficerEntity } from './country-officer.entity.js';
import { FacilityEntity } from './facilities/facility.entity.js';
import { InvitationEntity } from './invitation.entity.js';
import { MembershipEntity } from './membership.entity.js';
import { OrganizationEntity } from './organization.entity.js';

export { CONSENT_SCOPES, consentRequired, Consents, type ConsentScope } from './consents.js';
export { FacilitiesQueries } from './facilities/facilities.queries.js';
export { facilityBody, facilityCode, type FacilityView } from './facilities/facilities.schemas.js';
export { Facilities } from './facilities/facilities.service.js';
export { OrganizationCodes } from './organization.codes.js';
export { InvitationsQueries, type OpenedInvitation } from './invitations.queries.js';
export { InvitationsService } from './invitations.service.js';
export { MembersQueries } from './members.queries.js';
export { MembersService } from './members.service.js';
export { OfficersService } from './officers.service.js';
export { membershipChanged, organizationChanged, organizationClaimed, organizationRegistered } from './organization.events.js';
export {
  ORGANIZATION_LEVELS,
  ORGANIZATION_SIZES,
  ORGANIZATION_STANDINGS,
  hasLevel,
  type OrganizationLevel,
  type OrganizationStanding,
} from './organization.lifecycle.js';
export {
  isManager,
  requireFourEyes,
  requireSight,
  sightOf,
  takesPart,
  type OrganizationFacts,
  type OrganizationSight,
} from './organization.policy.js';
export {
  levelGives,
  levelGivesSql,
  levelSql,
  listingRight,
  mayNow,
  ORGANIZATION_RIGHTS,
  type OrganizationRight,
} from './organization.rights.js';
export { OrganizationLevels, type ShownByPapers } from './organization-levels.service.js';
export { OrganizationViewsQueries } from './organization-views.queries.js';
export { OrganizationsModule } from './organizations.module.js';
export { OrganizationsQueries, type OrganizationBrief } from './organizations.queries.js';
export { OrganizationsService, type RegisterOptions } from './organizations.service.js';
export {
  countryParam,
  newInvitation,
  newOrganization,
  newOrganizationFields,
  organizationPatch,
  organizationView,
  languageCodes,
  officersQuery,
  organizationsQuery,
  type OrganizationsQuery,
} from './organizations.schemas.js';
export { ClaimsService } from './claims.service.js';
export { claimOffer, decision } from './organizations.schemas.js';
export type { InvitationView, MemberView } from './organizations.schemas.js';
export type { Decision, NewInvitation, NewOfficer, NewOrganization, OrganizationPatch, OrganizationView } from './organizations.schemas.js';
export const organizationsEntities = [OrganizationEntity, MembershipEntity, InvitationEntity, CountryOfficerEntity, FacilityEntity];
