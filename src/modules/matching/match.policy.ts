import { actsFor, isAdministrator, isAuditor, isOfficerOf, personIdOf, type Actor } from '../../kernel/actor.js';
import { isIntroduced, MATCH_SIDES, type MatchRole, type MatchSide, type MatchState } from './match.lifecycle.js';

/** What the rules need to know of a match. */
export interface MatchFacts {
  state: MatchState;
  needOrganizationId: string;
  offerOrganizationId: string;
  needCountry: string;
  offerCountry: string;
  openedBy: string | null;
  openedSide: MatchSide | null;
  brokeredBy: string | null;
  reviewerId: string | null;
  appealedAt: Date | null;
}

/** Whether the person behind the actor belongs to one of the parties, whichever organization she acts for now. */
export interface Belonging {
  memberOfParty: boolean;
  /** Sides whose organization has consented that officers of its country answer for it. */
  consented: readonly MatchSide[];
}

const organizationOf = (match: MatchFacts, side: MatchSide): string => (side === 'seeker' ? match.needOrganizationId : match.offerOrganizationId);

/** The sides whose organization the actor acts for; both only if one organization were on both. */
export const sidesOf = (actor: Actor, match: MatchFacts): MatchSide[] => MATCH_SIDES.filter((side) => actsFor(actor, organizationOf(match, side)));

const countryOf = (match: MatchFacts, side: MatchSide): string => (side === 'seeker' ? match.needCountry : match.offerCountry);

/** The sides an officer serves the country of, and may know as a side does; nobody who belongs to one of the parties. */
export const servedSides = (actor: Actor, match: MatchFacts, { memberOfParty }: Pick<Belonging, 'memberOfParty'>): MatchSide[] =>
  memberOfParty ? [] : MATCH_SIDES.filter((side) => isOfficerOf(actor, countryOf(match, side)) && (match.state !== 'held' || match.openedSide === side));

/** The side an officer answers for by its consent; none when it would be both, which is no agreement of two. */
function answeredSides(actor: Actor, match: MatchFacts, belonging: Belonging): MatchSide[] {
  const sides = servedSides(actor, match, belonging).filter((side) => belonging.consented.includes(side));
  return sides.length === 1 ? sides : [];
}

/** Sees every match, whatever its state. */
export const seesAll = (actor: Actor): boolean => isAdministrator(actor) || isAuditor(actor) || actor.kind === 'system';

/** Reads matches by office: administrators, auditors, officers of one of the two countries. Such reads of contacts are audited. */
export const readsByOffice = (actor: Actor, match: MatchFacts): boolean =>
  seesAll(actor) || isOfficerOf(actor, match.needCountry) || isOfficerOf(actor, match.offerCountry);

/** `held` is invisible to both sides until it is released; who opened it knows of it all the same. Who may not see it is answered 404. */
export const maySee = (actor: Actor, match: MatchFacts): boolean =>
  readsByOffice(actor, match) || sidesOf(actor, match).some((side) => match.state !== 'held' || match.openedSide === side);

/** Names and addresses: only once introduced, and then to whoever may see the match. */
export const maySeeContacts = (actor: Actor, match: MatchFacts): boolean => isIntroduced(match.state) && maySee(actor, match);

/** What the actor is to this match in the table of its life cycle. */
export function rolesOn(actor: Actor, match: MatchFacts, belonging: Belonging): MatchRole[] {
  if (actor.kind === 'system') return ['system'];
  const own = sidesOf(actor, match).filter((side) => actsFor(actor, organizationOf(match, side), 'editor'));
  const answered = answeredSides(actor, match, belonging);
  const sides = [...own, ...answered];
  if (!isAdministrator(actor) || belonging.memberOfParty) return sides;
  const person = personIdOf(actor);
  const involved = answered.length > 0 || (person !== null && [match.brokeredBy, match.openedBy, match.appealedAt && match.reviewerId].includes(person));
  return [...sides, 'administrator', ...(involved ? [] : (['reviewer'] as const))];
}
