import { DomainError } from '../../kernel/errors.js';

/** What one reviewer may take on, so that no two do the same work. */
export interface Claimable {
  claimedBy: string | null;
  claimedAt: Date | null;
}

/** Nobody has taken it on. */
export const UNCLAIMED: Claimable = { claimedBy: null, claimedAt: null };

const HOUR_MS = 3_600_000;

/** When a claim ends by itself; null where nobody has taken it on. */
export const claimedUntil = ({ claimedAt }: Claimable, hours: number): Date | null =>
  claimedAt && new Date(claimedAt.getTime() + hours * HOUR_MS);

/** @throws DomainError `review.claimed` (409) while somebody else has taken it on, within the hours a claim lasts. */
export function requireUnclaimed(claim: Claimable, personId: string | null, { hours, now }: { hours: number; now: Date }): void {
  const until = claimedUntil(claim, hours);
  if (until === null || until <= now || claim.claimedBy === personId) return;
  throw new DomainError('conflict', 'review.claimed', {
    detail: `A colleague has taken it on until ${until.toISOString()}. Ask her to release it, or an administrator to assign it.`,
  });
}
