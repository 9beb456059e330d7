import { type Actor, actsFor, isAdministrator, isAuditor, isOfficerOf, personIdOf } from '../../kernel/actor.js';
import type { ListingRole, ListingState } from './listing.lifecycle.js';

/** What the rules look at. */
export interface ListingFacts {
  organizationId: string;
  ownerCountry: string;
  state: ListingState;
  createdBy: string | null;
}

const enteredForMember = (actor: Actor, { createdBy, ownerCountry }: ListingFacts): boolean =>
  createdBy !== null && personIdOf(actor) === createdBy && isOfficerOf(actor, ownerCountry);

/** The parts an actor plays towards a listing: the columns of the life cycle table. */
export function rolesOn(listing: ListingFacts, actor: Actor): ListingRole[] {
  if (actor.kind === 'system') return ['system'];
  const roles: ListingRole[] = [];
  if (actsFor(actor, listing.organizationId, 'manager')) roles.push('manager');
  else if (actsFor(actor, listing.organizationId, 'editor') || enteredForMember(actor, listing)) roles.push('editor');
  if (isOfficerOf(actor, listing.ownerCountry)) roles.push('officer');
  if (isAdministrator(actor)) roles.push('administrator');
  return roles;
}

/** Editors of an organization, and officers of its country on its behalf. */
export const mayCreateFor = (organization: { id: string; country: string }, actor: Actor): boolean =>
  actsFor(actor, organization.id, 'editor') || isOfficerOf(actor, organization.country);

export type InsideView = 'owner' | 'overseer' | 'officer';

/**
 * How an actor sees a listing from inside: as its owner, as an administrator or auditor, or as the officer who reviews it.
 * Null: one of the public, for whom only the catalogue counts.
 */
export function insideView(listing: ListingFacts, actor: Actor): InsideView | null {
  if (actsFor(actor, listing.organizationId) || enteredForMember(actor, listing)) return 'owner';
  if (actor.kind === 'system' || isAdministrator(actor) || isAuditor(actor)) return 'overseer';
  return isOfficerOf(actor, listing.ownerCountry) && listing.state !== 'draft' ? 'officer' : null;
}

export interface Involved {
  createdBy: string | null;
  submittedBy: string | null;
  /** Who last edited the revision under review. */
  editedBy: string | null;
}

export type FourEyesObstacle = 'entered' | 'submitted' | 'edited' | 'member';

/**
 * Four eyes (DESIGN 4): who reviews has not entered, submitted or last edited what she reviews, and does not belong to its owner.
 * Reviewing the own country is the centre's job, not a conflict. Null: she may.
 */
export function fourEyesObstacle(involved: Involved, reviewer: { personId: string; memberOfOwner: boolean }): FourEyesObstacle | null {
  if (involved.createdBy === reviewer.personId) return 'entered';
  if (involved.submittedBy === reviewer.personId) return 'submitted';
  if (involved.editedBy === reviewer.personId) return 'edited';
  return reviewer.memberOfOwner ? 'member' : null;
}

/** An administrator who decides in the centre's stage and is no officer there stands in for the centre, which is logged. */
export const standsIn = (stage: string, ownerCountry: string, actor: Actor): boolean =>
  stage === 'centre_review' && isAdministrator(actor) && !isOfficerOf(actor, ownerCountry);
