import { isLive, LIVE_STATES, REVIEW_STAGES, type ListingState, type PendingState } from './listing.lifecycle.js';

const words = (states: readonly string[]): string => states.map((state) => `'${state}'`).join(', ');

/**
 * SQL: it waits before a desk, as a whole or with a revision beside what is published. What rests, suspended or expired, waits for nobody until it
 * is back. `l` is the name of the listing in the statement.
 */
export const underReviewSql = (l: string): string =>
  `(${l}.state IN (${words(REVIEW_STAGES)}) OR (${l}.pending_state IN (${words(REVIEW_STAGES)}) AND ${l}.state IN (${words(LIVE_STATES)})))`;

/** Where what a reviewer would decide on stands: the revision beside what is published, else the listing. */
export const standsAt = ({
  state,
  pendingState,
}: {
  state: ListingState;
  pendingState: PendingState | null;
}): ListingState | PendingState => (isLive(state) && pendingState !== null ? pendingState : state);
