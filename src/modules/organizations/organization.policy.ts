import { type Actor, type MemberRole, actsFor, isAdministrator, isAuditor, isOfficerOf } from '../../kernel/actor.js';
import { DomainError, notFound } from '../../kernel/errors.js';
import type { OrganizationLevel, OrganizationRole, OrganizationStanding } from './organization.lifecycle.js';
import { levelGives } from './organization.rights.js';

/** What the rules look at: the row, and the actor's own role in it (null: she does not belong to it). */
export interface OrganizationFacts {
  id: string;
  country: string;
  level: OrganizationLevel;
  standing: OrganizationStanding;
  role: MemberRole | null;
}

/** `full`: its members, its centre, administrators, auditors. `members`: level 1, for whoever takes part. `none`: as if it did not exist. */
export type OrganizationSight = 'full' | 'members' | 'none';

/** A key is bound to one organization and tells nothing of her others; a session shows a person all of her own. */
const isHers = (actor: Actor, { id, role }: OrganizationFacts): boolean =>
  actor.kind === 'person' && role !== null && (actor.keyId === null || actor.organization?.id === id);

/** Whether the actor takes part in the exchange: acts for an organization, or serves it. */
export const takesPart = (actor: Actor): boolean =>
  actor.kind === 'person' && (actor.organization !== null || actor.officerOf.length > 0 || actor.administrator || actor.auditor);

export function sightOf(actor: Actor, organization: OrganizationFacts): OrganizationSight {
  const serves = isAdministrator(actor) || isAuditor(actor) || isOfficerOf(actor, organization.country);
  if (actor.kind === 'system' || serves || isHers(actor, organization)) return 'full';
  return takesPart(actor) && organization.standing === 'good' && levelGives(organization.level, 'be-listed') ? 'members' : 'none';
}

/** She acts for it as manager and, as the row says now, still is one. */
export const isManager = (actor: Actor, { id, role }: OrganizationFacts): boolean => role === 'manager' && actsFor(actor, id, 'manager');

/** Four eyes: whoever belongs to an organization, in any role, plays no other part towards it. */
export function rolesTowards(actor: Actor, organization: OrganizationFacts): OrganizationRole[] {
  if (organization.role !== null) return isManager(actor, organization) ? ['manager'] : [];
  const roles: OrganizationRole[] = [];
  if (isAdministrator(actor)) roles.push('administrator');
  if (isOfficerOf(actor, organization.country)) roles.push('officer');
  return roles;
}

/** @throws DomainError not found when the actor may not know of it. */
export function requireSight(actor: Actor, organization: OrganizationFacts, atLeast: 'members' | 'full' = 'members'): void {
  const sight = sightOf(actor, organization);
  if (sight === 'none') throw notFound('organization');
  if (atLeast === 'full' && sight !== 'full')
    throw new DomainError('forbidden', 'organization.members-only', {
      detail: 'Only members of this organization and those who review it see this.',
    });
}

/** @throws DomainError `organization.manager-only` unless the actor acts for it as a manager. */
export function requireManager(actor: Actor, organization: OrganizationFacts): void {
  requireSight(actor, organization);
  if (!isManager(actor, organization))
    throw new DomainError('forbidden', 'organization.manager-only', {
      detail: 'Only a manager who acts for this organization may do this; see POST /api/v1/me/organization.',
    });
}

/** @throws DomainError `organization.own-organization` when an administrator or officer decides about an organization she belongs to. */
export function requireFourEyes(actor: Actor, organization: OrganizationFacts): void {
  const decides = isAdministrator(actor) || isOfficerOf(actor, organization.country);
  if (decides && organization.role !== null)
    throw new DomainError('forbidden', 'organization.own-organization', {
      detail: 'You belong to this organization: somebody else has to decide.',
    });
}

/** @throws DomainError when the call comes by a key that is bound to an organization: joining and founding are a person's own acts. */
export function requireOwnAct(actor: Actor): void {
  if (actor.kind === 'person' && actor.keyId !== null && actor.organization !== null)
    throw new DomainError('forbidden', 'organization.not-by-key', {
      detail: 'This key acts for one organization only: sign in to register or join another.',
    });
}
