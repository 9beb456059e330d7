import type { Weights } from './scoring.types.js';

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

/** Score a pair needs to be suggested, in hundredths. */
export const THRESHOLD = 4_500;
/** Offers of a kind suggested to a need. */
export const SET_SIZE = 20;
/** What a factor counts when the need asks and the offer does not say. */
export const NOT_STATED = 0.2;
