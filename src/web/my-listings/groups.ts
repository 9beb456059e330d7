import type { ListingState, StandingCount } from '../../modules/listings/index.js';

export const SHOWN = ['all', 'todo', 'review', 'open', 'ended', 'archived'] as const;
export type Shown = (typeof SHOWN)[number];

/** The states behind each group of the list; nothing stands for every state. */
export const STATES: Readonly<Record<Shown, readonly ListingState[] | undefined>> = {
  all: undefined,
  todo: ['draft', 'changes_requested'],
  review: ['submitted', 'centre_review', 'global_review'],
  open: ['published', 'expiring', 'paused'],
  ended: ['suspended', 'fulfilled', 'expired', 'withdrawn', 'rejected'],
  archived: ['archived'],
};

/** How many are in each group. One with a change that waits is in the group of the change too. */
export function countsOf(standing: readonly StandingCount[]): Record<Shown, number> {
  const isIn = (states: readonly string[] | undefined, { state, pendingState }: StandingCount): boolean =>
    states === undefined || states.includes(state) || (pendingState !== null && states.includes(pendingState));
  const count = (shown: Shown): number => standing.filter((one) => isIn(STATES[shown], one)).reduce((sum, one) => sum + one.count, 0);
  return Object.fromEntries(SHOWN.map((shown) => [shown, count(shown)])) as Record<Shown, number>;
}
