import type { Actor } from '../../kernel/actor.js';
import { isAdministrator, isOfficerOf, personIdOf } from '../../kernel/actor.js';
import { claimedUntil } from '../listings/index.js';
import type { CodeBook } from '../taxonomy/index.js';
import { isIntroduced, matchLifecycle, MATCH_SIDES, type MatchSide, type MatchTransition } from './match.lifecycle.js';
import { rolesOn, seesAll, sidesOf } from './match.policy.js';
import type { Office } from './match-event.entity.js';
import type { MatchEntity } from './match.entity.js';
import type { MatchView } from './matches.schemas.js';
import type { HousePatience, Place } from './match-patience.js';
import { dueOf, type Questions, waitOf } from './match-waits.js';
import { explain } from './match-words.js';
import type { Factor, Message, RuleResult } from './scoring/index.js';

interface ListingRecord {
  id: string;
  reference: string;
  kind: string;
  state: string;
  title: string;
  teaser: string | null;
  language: string;
  country: string;
  anonymous: boolean;
  /** Its home facility. */
  facility: string;
  /** Its organization has to be verified before an introduction. */
  unverified: boolean;
  /** Its organization is suspended, rejected or held. */
  frozen: boolean;
  organization: { id: string; reference: string; legalName: string; country: string };
}

/** A match with its two listings, as matches.queries.ts reads it. */
export type MatchRecord = Omit<MatchEntity, 'factors' | 'rules' | 'warnings' | 'advice'> & {
  factors: Factor[];
  rules: RuleResult[];
  warnings: Message[];
  advice: Message[];
  need: ListingRecord;
  offer: ListingRecord;
  memberOfParty: boolean;
  questions: Questions;
  claimedByName: string | null;
  /** As what a desk has proposed it, and why. */
  proposal: { by: Office | null; note: string | null } | null;
  minutesSinceEnd: number | null;
  seekerAuthority: boolean | null;
  providerAuthority: boolean | null;
  /** Sides that have consented to be answered for by officers of their country. */
  consented: MatchSide[];
};

export type Contacts = NonNullable<MatchView['contacts']>;

// A score is kept as a whole number of hundredths.
const HUNDREDTHS = 100;

/** What a reader may see of a match, in her language. */
export function viewOf(match: MatchRecord, actor: Actor, book: CodeBook, patience: (place: Place) => HousePatience, contacts: Contacts | null = null): MatchView {
  const language = actor.kind === 'person' ? actor.language : 'en';
  const say = (message: Message) => explain(message, language, book);
  const [side = null] = sidesOf(actor, match);
  return {
    id: match.id,
    state: match.state,
    kind: match.kind,
    source: match.source,
    score: match.score / HUNDREDTHS,
    need: listingOf(match, 'seeker', actor),
    offer: listingOf(match, 'provider', actor),
    side,
    factors: match.factors.map(({ key, weight, value, points, reason }) => ({ key, weight, value, points: points / HUNDREDTHS, reason: say(reason) })),
    rules: match.rules.map(({ key, passed, reason }) => ({ key, passed, reason: say(reason) })),
    warnings: match.warnings.map(say),
    advice: match.advice.map(say),
    interest: { provider: yesOf(match, 'provider'), seeker: yesOf(match, 'seeker') },
    proposal: match.proposal,
    end: endOf(match, side, actor),
    waitsFor: waitsFor(match, patience),
    checklist: seesAll(actor) ? checklistOf(match, actor) : null,
    ticks: seesAll(actor) ? match.ticks : null,
    claim: seesAll(actor) ? claimOf(match, patience) : null,
    changedSince: match.changedSince,
    engineVersion: match.engineVersion,
    scoredOn: match.scoredOn,
    needRevision: match.needRevision,
    offerRevision: match.offerRevision,
    contacts,
    underReviewAt: match.underReviewAt?.toISOString() ?? null,
    introducedAt: match.introducedAt?.toISOString() ?? null,
    createdAt: match.createdAt.toISOString(),
    updatedAt: match.updatedAt.toISOString(),
    version: match.version,
    allowed: allowedOn(match, actor, patience({ facility: match.need.facility, country: match.needCountry }).undoMinutes),
  };
}

/** What the desk looks at before it decides, as far as the system can tell; null where there is nothing to tell yet. */
function checklistOf(match: MatchRecord, actor: Actor): NonNullable<MatchView['checklist']> {
  const authority = [match.seekerAuthority, match.providerAuthority];
  return [
    { key: 'levels', ok: !match.need.unverified && !match.offer.unverified },
    { key: 'standing-and-screening', ok: !match.need.frozen && !match.offer.frozen },
    { key: 'not-sensitive', ok: !match.warnings.some(({ key }) => key === 'warning.dual-use') },
    { key: 'no-conflict-of-interest', ok: !isAdministrator(actor) ? null : rolesOn(actor, match, { memberOfParty: match.memberOfParty, consented: [] }).includes('reviewer') },
    { key: 'authority-of-who-said-yes', ok: authority.includes(null) ? null : !authority.includes(false) },
    { key: 'scored-as-published', ok: !match.changedSince },
  ];
}

/** Who has taken the review on; nobody where the hours for it have passed. */
function claimOf(match: MatchRecord, patience: (place: Place) => HousePatience): MatchView['claim'] {
  const { claimHours } = patience({ facility: match.need.facility, country: match.needCountry });
  const until = claimedUntil(match, claimHours);
  return match.claimedBy && until ? { by: match.claimedBy, name: match.claimedByName, until: until.toISOString() } : null;
}

/** Whose turn it is and until when: for both sides to see. */
function waitsFor(match: MatchRecord, patience: (place: Place) => HousePatience): MatchView['waitsFor'] {
  const unverified = MATCH_SIDES.filter((side) => (side === 'seeker' ? match.need : match.offer).unverified);
  const wait = waitOf(match, unverified, match.questions);
  if (!wait) return null;
  const country = wait.for === 'provider' ? match.offerCountry : match.needCountry;
  const due = dueOf(wait, patience({ facility: match.need.facility, country }));
  return { who: wait.for, because: wait.verification ? 'verification' : null, since: wait.since.toISOString(), until: due.toISOString() };
}

/** Transitions open to the actor now, without those that would only be refused for what her side has said already. */
export function allowedOn(match: MatchRecord, actor: Actor, undoMinutes: number): MatchTransition[] {
  const roles = rolesOn(actor, match, match);
  const sides = MATCH_SIDES.filter((side) => roles.includes(side));
  const idle = (name: MatchTransition): boolean => {
    if (name === 'express-interest') return sides.every((side) => saidYes(match, side) && !asked(match, side));
    if (name === 'undo') return match.endedBy === null || match.endedBy !== personIdOf(actor) || (match.minutesSinceEnd ?? 0) > undoMinutes;
    if (name === 'appeal') return match.appealedAt !== null || !MATCH_SIDES.every((side) => saidYes(match, side));
    return name === 'withdraw' && !sides.some((side) => saidYes(match, side));
  };
  return matchLifecycle.allowed(match.state, roles).filter((name) => !idle(name));
}

const saidYes = (match: MatchRecord, side: MatchSide): boolean => (side === 'seeker' ? match.seekerYesAt : match.providerYesAt) !== null;
const asked = (match: MatchRecord, side: MatchSide): boolean => (side === 'seeker' ? match.seekerAskedAt : match.providerAskedAt) !== null;

/** Who is anonymous stays so until the introduction, but for the own side and those who oversee it. */
function listingOf(match: MatchRecord, side: MatchSide, actor: Actor): MatchView['need'] {
  const { anonymous, organization, facility: _, unverified: __, frozen: ___, ...shown } = side === 'seeker' ? match.need : match.offer;
  const known = !anonymous || isIntroduced(match.state) || seesAll(actor) || isOfficerOf(actor, organization.country) || sidesOf(actor, match).includes(side);
  return { ...shown, organization: known ? organization : null };
}

function yesOf(match: MatchRecord, side: MatchSide): MatchView['interest']['seeker'] {
  const [at, note, revision] =
    side === 'seeker'
      ? [match.seekerYesAt, match.seekerYesNote, match.seekerYesRevision]
      : [match.providerYesAt, match.providerYesNote, match.providerYesRevision];
  return at && revision !== null ? { at: at.toISOString(), note, revision, confirm: asked(match, side) } : null;
}

/** Why it ended is told by its code, where it is shared; the words to whoever wrote them and to those who oversee it. */
function endOf(match: MatchRecord, side: MatchSide | null, actor: Actor): MatchView['end'] {
  const { endedAt, endedSide, endReason, endReasonShared, endNote, until } = match;
  if (!endedAt) return null;
  const shown = seesAll(actor) || (side !== null && side === endedSide);
  return { at: endedAt.toISOString(), side: endedSide, reason: shown || endReasonShared ? endReason : null, note: shown ? endNote : null, until };
}
