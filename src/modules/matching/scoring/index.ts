export * from './scoring.types.js';
export { DEFAULT_WEIGHTS, NOT_STATED, SET_SIZE, THRESHOLD } from './weights.js';
export { isEligible, scorePair } from './score-pair.js';
export { byScore, rankNeed, type RankedPair } from './rank-need.js';
export { dayOf } from './days.js';
