export { DEFAULT_WEIGHTS } from '../../catalogue/index.js';

/** Score a pair needs to be suggested, in hundredths. */
export const THRESHOLD = 4_500;
/** Offers of a kind suggested to a need. */
export const SET_SIZE = 20;
/** What a factor counts when the need asks and the offer does not say. */
export const NOT_STATED = 0.2;
