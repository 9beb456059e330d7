import type { CodeBook } from '../taxonomy/index.js';

/** What the house goes by; see triage.rules.ts. */
export interface TriagePolicy {
  /** Countries of these groups or places may be helped through the exchange. */
  eligible: readonly string[];
  /** Points of a need whose country belongs to a group; those of several groups add up. */
  priority: Readonly<Record<string, number>>;
  /** Years for which a country that has left a group keeps its points. */
  graceYears: number;
}

/** What triage looks at. */
export interface TriageFacts {
  country: string;
  /** It says which problem there is, or how many it concerns. */
  described: boolean;
  nationalPlan: boolean;
  /** Needs of the country that are open now. */
  openOfCountry: number;
}

export interface TriageReason {
  code: 'not-eligible-country' | 'not-described' | 'member-of' | 'was-member-of' | 'national-plan' | 'open-needs-of-country';
  group?: string;
  points?: number;
  count?: number;
}

export interface Triage {
  eligible: boolean;
  /** Higher is sooner. */
  priority: number;
  /** Open needs of the same country: fewer is sooner. */
  balance: number;
  reasons: TriageReason[];
}

const NATIONAL_PLAN_POINTS = 1;

/**
 * Eligible, then priority, then balance, each with its reasons: may the exchange help here at all; do the least developed, the landlocked and
 * the island countries come first; and is no country served only because it asks most (the order of the Climate Technology Centre, with the
 * groups that the Buenos Aires Plan of Action names).
 */
export function triage(facts: TriageFacts, policy: TriagePolicy, book: CodeBook, day: string): Triage {
  const reasons: TriageReason[] = [];
  const inPlace = policy.eligible.some((place) => book.countriesOf(place, day).has(facts.country));
  if (!inPlace) reasons.push({ code: 'not-eligible-country' });
  if (!facts.described) reasons.push({ code: 'not-described' });
  for (const [group, points] of Object.entries(policy.priority)) {
    if (book.inGroup(facts.country, group, day)) reasons.push({ code: 'member-of', group, points });
    else if (book.inGroup(facts.country, group, yearsBefore(day, policy.graceYears)))
      reasons.push({ code: 'was-member-of', group, points });
  }
  if (facts.nationalPlan) reasons.push({ code: 'national-plan', points: NATIONAL_PLAN_POINTS });
  reasons.push({ code: 'open-needs-of-country', count: facts.openOfCountry });
  return {
    eligible: inPlace && facts.described,
    priority: reasons.reduce((sum, { points = 0 }) => sum + points, 0),
    balance: facts.openOfCountry,
    reasons,
  };
}

const yearsBefore = (day: string, years: number): string => `${String(Number(day.slice(0, 4)) - years).padStart(4, '0')}${day.slice(4)}`;

/** Negative when `a` comes first. Equal ones keep the order they came in: the oldest first. */
export const byTriage = (a: Triage, b: Triage): number =>
  Number(b.eligible) - Number(a.eligible) || b.priority - a.priority || a.balance - b.balance;
