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
}

/** Whether the person behind the actor belongs to one of the parties, whichever organization she acts for now. */
export interface Belonging {
  memberOfParty: boolean;
}

const organizationOf = (match: MatchFacts, side: MatchSide): string => (side === 'seeker' ? match.needOrganizationId : match.offerOrganizationId);

/** The sides whose organization the actor acts for; both only if one organization were on both. */
export const sidesOf = (actor: Actor, match: MatchFacts): MatchSide[] => MATCH_SIDES.filter((side) => actsFor(actor, organizationOf(match, side)));

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
export function rolesOn(actor: Actor, match: MatchFacts, { memberOfParty }: Belonging): MatchRole[] {
  if (actor.kind === 'system') return ['system'];
  const sides = sidesOf(actor, match).filter((side) => actsFor(actor, organizationOf(match, side), 'editor'));
  if (!isAdministrator(actor) || memberOfParty) return sides;
  const person = personIdOf(actor);
  const involved = person !== null && [match.brokeredBy, match.openedBy].includes(person);
  return [...sides, 'administrator', ...(involved ? [] : (['reviewer'] as const))];
}
