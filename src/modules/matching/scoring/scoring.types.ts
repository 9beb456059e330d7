import type { Engine, FactorKey } from '../../catalogue/index.js';
import type { PublishedListing } from '../../listings/index.js';
import type { FinancingContent, SolutionContent, TechnologyContent } from '../../offers/index.js';
import type { NeedContent } from '../../seekers/index.js';

export type { Engine, FactorKey, Weights } from '../../catalogue/index.js';

export type PublishedNeed = PublishedListing<'need', NeedContent>;
export type PublishedTechnology = PublishedListing<'technology', TechnologyContent>;
export type PublishedSolution = PublishedListing<'solution', SolutionContent>;
export type PublishedFinancing = PublishedListing<'financing', FinancingContent>;
export type PublishedOffer = PublishedTechnology | PublishedSolution | PublishedFinancing;

export const RULE_KEYS = ['kind', 'open', 'level', 'organization', 'countries', 'money', 'requirements', 'exclusions', 'language'] as const;
export type RuleKey = (typeof RULE_KEYS)[number];

/**
 * Words for a person as a key of the message catalogue and parameters. Parameters are codes, numbers and days of level 0 or 1, never names,
 * amounts of money or anything the other side keeps for later; `visibility` 1 is for members only.
 */
export interface Message {
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly visibility: 0 | 1;
}

export interface Factor {
  readonly key: FactorKey;
  readonly weight: number;
  /** 0 to 1; null when left out, because the need leaves it open or the two cannot be compared: its weight is shared. */
  readonly value: number | null;
  /** Hundredths; the points of a pair sum to its score. */
  readonly points: number;
  readonly reason: Message;
}

export interface RuleResult {
  readonly key: RuleKey;
  /** null: not known, to be confirmed; it fails nothing. */
  readonly passed: boolean | null;
  readonly reason: Message;
}

export interface PairResult {
  /** No rule failed. */
  readonly eligible: boolean;
  /** 0 to 10000 hundredths. Worked out for an ineligible pair too, for whoever opens a match by hand. */
  readonly score: number;
  readonly factors: readonly Factor[];
  readonly rules: readonly RuleResult[];
  readonly warnings: readonly Message[];
  /** What would raise the score; `params.side` says who can do it. */
  readonly advice: readonly Message[];
}

/** One need held against one offer on one day (`YYYY-MM-DD`, UTC). */
export interface Pair {
  readonly need: PublishedNeed;
  readonly offer: PublishedOffer;
  readonly engine: Engine;
  readonly day: string;
}

export const message = (key: string, params: Message['params'] = {}, visibility: 0 | 1 = 1): Message => ({ key, params, visibility });
