import { type Holidays, workingDaysAfter, type Weekend } from '../../kernel/working-days.js';
import { levelGivesSql } from '../organizations/index.js';
import type { MatchEntity } from './match.entity.js';
import type { MatchSide } from './match.lifecycle.js';

/** Who has to act, and since when. */
export interface Wait {
  for: MatchSide | 'administrators';
  since: Date;
  /** Its organization has to be verified before the introduction: days of the calendar count, because desks and registries take part in it. */
  verification?: true;
}

/** The numbers of the house, for the facility and country of one match. */
export interface Patience {
  remind: number;
  tellDesk: number;
  lapse: number;
  /** Days of the calendar for which a match waits until a side is verified. */
  verification: number;
  review: number;
  weekend: Weekend;
  holidays?: Holidays | undefined;
}

type Awaited = Pick<
  MatchEntity,
  'state' | 'seekerYesAt' | 'providerYesAt' | 'seekerAskedAt' | 'providerAskedAt' | 'underReviewAt' | 'waitsSince'
>;

/** Where the questions of a match stand. */
export interface Questions {
  /** The oldest that nobody has answered. */
  open: { to: MatchSide; askedAt: Date | string } | null;
  /** When the last answer came. */
  answeredAt: Date | string | null;
}
const NO_QUESTIONS: Questions = { open: null, answeredAt: null };

/** SQL of the same as JSON; `id` is the column of the match. */
export const questionsSql = (id: string): string => `json_build_object(
  'open', (SELECT json_build_object('to', q.to_side, 'askedAt', q.asked_at) FROM match_question q
           WHERE q.match_id = ${id} AND q.answered_at IS NULL ORDER BY q.asked_at, q.id LIMIT 1),
  'answeredAt', (SELECT max(q.answered_at) FROM match_question q WHERE q.match_id = ${id}))`;

/** SQL: it is the turn of administrators on match `m`: both sides want it as it is, and both are verified. */
export const DECIDABLE = `m.state = 'under_review' AND m.seeker_asked_at IS NULL AND m.provider_asked_at IS NULL
  AND NOT EXISTS (SELECT FROM organization u WHERE u.id IN (m.need_organization_id, m.offer_organization_id) AND NOT ${levelGivesSql('u.level', 'be-introduced')})`;

/** What comes next when whoever is awaited does not act. */
export type Nudge = 'remind' | 'tell-desk' | 'lapse' | 'tell-administrators';

/**
 * Whose turn it is: the side that has not said yes to the other's, the side that is asked "still yes?", otherwise the administrators. Null where
 * nobody is awaited: a suggestion is an offer to both, and after the introduction the two talk.
 * A question stops that clock: whoever was asked is awaited, and with the answer the days of the other begin anew. So they do when an organization
 * is back from a suspension or a check, and for administrators once the last side has been verified.
 * @param unverified sides of a match under review whose organization has to be verified first.
 */
export function waitOf(match: Awaited, unverified: readonly MatchSide[] = [], questions: Questions = NO_QUESTIONS): Wait | null {
  const found = turnOf(match, unverified);
  if (!found) return null;
  const anew = match.waitsSince ?? new Date(0);
  if (questions.open) return { for: questions.open.to, since: later(new Date(questions.open.askedAt), anew) };
  return { ...found, since: later(later(found.since, new Date(questions.answeredAt ?? 0)), anew) };
}

const later = (one: Date, other: Date): Date => (other > one ? other : one);

function turnOf(match: Awaited, unverified: readonly MatchSide[]): Wait | null {
  if (match.state === 'interest_provider') return wait('seeker', match.providerYesAt);
  if (match.state === 'interest_seeker') return wait('provider', match.seekerYesAt);
  if (match.state !== 'under_review') return null;
  if (match.seekerAskedAt) return wait('seeker', match.seekerAskedAt);
  if (match.providerAskedAt) return wait('provider', match.providerAskedAt);
  const [first] = unverified;
  if (first && match.underReviewAt) return { for: first, since: match.underReviewAt, verification: true };
  return wait('administrators', match.underReviewAt);
}

const wait = (who: Wait['for'], since: Date | null): Wait | null => (since ? { for: who, since } : null);

const DAY_MS = 86_400_000;

/** When the wait ends: with the lapse of the match, or for administrators the day by which they should have decided. */
export function dueOf(wait: Wait, patience: Patience): Date {
  if (wait.verification) return new Date(wait.since.getTime() + patience.verification * DAY_MS);
  return workingDaysAfter(
    wait.since,
    wait.for === 'administrators' ? patience.review : patience.lapse,
    patience.weekend,
    patience.holidays,
  );
}

/** How far one has gone already; it begins anew when somebody else is awaited. */
const STEPS: Record<'side' | 'administrators', readonly [Nudge, (wait: Wait, patience: Patience) => Date][]> = {
  side: [
    ['remind', ({ since }, { remind, weekend, holidays }) => workingDaysAfter(since, remind, weekend, holidays)],
    ['tell-desk', ({ since }, { tellDesk, weekend, holidays }) => workingDaysAfter(since, tellDesk, weekend, holidays)],
    ['lapse', dueOf],
  ],
  administrators: [['tell-administrators', dueOf]],
};

/**
 * What is to be done now, the last thing that is due alone: after a standstill nobody is reminded of what has just ended.
 * @param done how many of the steps have been taken for this wait.
 */
export function nudgeOf(wait: Wait, done: number, patience: Patience, now: Date): { nudge: Nudge; done: number } | null {
  const steps = STEPS[wait.for === 'administrators' ? 'administrators' : 'side'];
  const due = steps.filter(([, dueAt]) => dueAt(wait, patience) <= now).length;
  const last = steps[due - 1];
  return last && due > done ? { nudge: last[0], done: due } : null;
}
