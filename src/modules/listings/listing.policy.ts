import { type Actor, actsFor, isAdministrator, isAuditor, isOfficerOf, personIdOf } from '../../kernel/actor.js';
import type { ListingRole, ListingState } from './listing.lifecycle.js';

/** What the rules look at. */
export interface ListingFacts {
  organizationId: string;
  ownerCountry: string;
  /** Whose officers review it; null until it is submitted. */
  reviewCountry: string | null;
  state: ListingState;
  createdBy: string | null;
  /** A desk entered it for its owner. */
  onBehalf: boolean;
}

/** The country whose desk reviews a listing, and by whose working week: its owner's, unless a centre of its facility does. */
export const reviewCountryOf = ({ ownerCountry, reviewCountry }: Pick<ListingFacts, 'ownerCountry' | 'reviewCountry'>): string =>
  reviewCountry ?? ownerCountry;

/** The desk that serves a country: its officers; administrators, as the global desk. */
const servesAt = (actor: Actor, country: string): boolean => isOfficerOf(actor, country) || isAdministrator(actor);

/** She does for its owner what a desk has begun: any of the desk, so that officers may change. What she does needs a consent (ListingAccess). */
export const actsOnBehalf = (actor: Actor, { onBehalf, organizationId, ownerCountry }: ListingFacts): boolean =>
  onBehalf && servesAt(actor, ownerCountry) && !actsFor(actor, organizationId, 'editor');

/** The parts an actor plays towards a listing: the columns of the life cycle table. */
export function rolesOn(listing: ListingFacts, actor: Actor): ListingRole[] {
  if (actor.kind === 'system') return ['system'];
  const roles: ListingRole[] = [];
  if (actsFor(actor, listing.organizationId, 'manager')) roles.push('manager');
  else if (actsFor(actor, listing.organizationId, 'editor') || actsOnBehalf(actor, listing)) roles.push('editor');
  if (isOfficerOf(actor, reviewCountryOf(listing))) roles.push('officer');
  if (isAdministrator(actor)) roles.push('administrator');
  return roles;
}

/** Editors of an organization; on its behalf, and by its consent, the desk that serves its country. */
export const mayCreateFor = (organization: { id: string; country: string }, actor: Actor): boolean =>
  actsFor(actor, organization.id, 'editor') || servesAt(actor, organization.country);

export type InsideView = 'owner' | 'overseer' | 'officer';

/**
 * How an actor sees a listing from inside: as its owner, as an administrator or auditor, or as an officer of its country or of the desk that reviews it.
 * Null: one of the public, for whom only the catalogue counts.
 */
export function insideView(listing: ListingFacts, actor: Actor): InsideView | null {
  const entered = listing.createdBy !== null && personIdOf(actor) === listing.createdBy && isOfficerOf(actor, listing.ownerCountry);
  if (actsFor(actor, listing.organizationId) || (entered && listing.onBehalf)) return 'owner';
  // The other officers of the desk go on where she stopped.
  if (isOfficerOf(actor, listing.ownerCountry) && listing.onBehalf) return 'overseer';
  if (actor.kind === 'system' || isAdministrator(actor) || isAuditor(actor)) return 'overseer';
  const isOfDesk = isOfficerOf(actor, listing.ownerCountry) || isOfficerOf(actor, reviewCountryOf(listing));
  return isOfDesk && listing.state !== 'draft' ? 'officer' : null;
}

export interface Involved {
  createdBy: string | null;
  submittedBy: string | null;
  /** Who last edited the revision under review. */
  editedBy: string | null;
}

export type FourEyesObstacle = 'entered' | 'submitted' | 'edited' | 'member' | 'approved';

/**
 * Four eyes (DESIGN 4): who reviews has not entered, submitted or last edited what she reviews, does not belong to its owner, and has not
 * approved it in the stage before.
 * Reviewing the own country is the centre's job, not a conflict. Null: she may.
 */
export function fourEyesObstacle(
  involved: Involved,
  reviewer: { personId: string; memberOfOwner: boolean; approved?: boolean },
): FourEyesObstacle | null {
  if (involved.createdBy === reviewer.personId) return 'entered';
  if (involved.submittedBy === reviewer.personId) return 'submitted';
  if (involved.editedBy === reviewer.personId) return 'edited';
  if (reviewer.memberOfOwner) return 'member';
  return reviewer.approved ? 'approved' : null;
}

/** An administrator who decides in the centre's stage and is no officer there stands in for the centre, which is logged. */
export const standsIn = (stage: string, reviewCountry: string, actor: Actor): boolean =>
  stage === 'centre_review' && isAdministrator(actor) && !isOfficerOf(actor, reviewCountry);
