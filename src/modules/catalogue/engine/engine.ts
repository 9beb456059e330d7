import type { CodeBook } from '../../taxonomy/index.js';
import type { TextStatistics } from '../text/text-statistics.js';

export const FACTOR_KEYS = ['sector', 'requirements', 'text', 'sdg', 'setting', 'maturity', 'cooperation', 'timing', 'freshness'] as const;
export type FactorKey = (typeof FACTOR_KEYS)[number];

/** Whole numbers that sum to 100. */
export type Weights = Readonly<Record<FactorKey, number>>;

/** Starting weights, as published in docs/matching.md. */
export const DEFAULT_WEIGHTS: Weights = Object.freeze({
  sector: 22,
  requirements: 20,
  text: 14,
  sdg: 10,
  setting: 12,
  maturity: 8,
  cooperation: 6,
  timing: 4,
  freshness: 4,
});

/** All that a score rests on beside the two revisions and the day; frozen under its version. */
export interface Engine {
  readonly version: string;
  readonly weights: Weights;
  readonly statistics: TextStatistics;
  /** Dated code lists, country groups, units and rates as they were when the version was made. */
  readonly book: CodeBook;
}

export const ENGINE_CAUSES = ['first', 'doubled', 'code-lists', 'weights', 'command'] as const;
/** Why a version was made. */
export type EngineCause = (typeof ENGINE_CAUSES)[number];
