import { DomainError } from '../../kernel/errors.js';

export const SHORTLIST_MAX = 50;

/** @throws DomainError `shortlist.full` (409) when there is no room for one more. */
export function requireRoom(count: number): void {
  if (count >= SHORTLIST_MAX)
    throw new DomainError('conflict', 'shortlist.full', {
      detail: `A shortlist holds ${SHORTLIST_MAX} listings: take one out that you no longer need.`,
    });
}
