import { createHash } from 'node:crypto';
import type { CodeRef, ListingKind, Money } from './content.schemas.js';

/** Why a revision that its centre has approved goes before the global desk as well. */
export type GlobalReason = 'financing-above' | 'dual-use' | 'health-product' | 'screening-hold' | 'entered-by-officer' | 'sampled';

/** What the house goes by; see listing-review.rules.ts. */
export interface ReviewPolicy {
  /** Of listings that nothing else takes before the global desk: how many in a hundred are looked at there anyway. */
  samplePercent: number;
  /** Financing of more than this, at its largest ticket. */
  financingAbove: Money;
  /** First digits of the CRS codes whose technologies are health products. */
  healthSectors: readonly string[];
}

/** What the choice looks at. */
export interface RouteFacts {
  listingId: string;
  kind: ListingKind;
  codes: readonly CodeRef[];
  dualUse: boolean;
  /** The largest ticket; null when it is open at the top or not said. */
  largestTicket: Money | null;
  /** The owner is held by a screening hit. */
  held: boolean;
  /** An officer of the owner's country entered, submitted or last edited it. */
  enteredByOfficer: boolean;
}

type Convert = (amount: number, from: string, to: string) => number | null;

const SAMPLE_PRECISION = 10_000;

/**
 * Why the global desk has to look at it after the centre; empty: the centre's word is enough (DESIGN 4 and 5). Sensitive are financing above a
 * sum, what may serve military ends, health products and an owner under a screening hold; and an officer does not let through alone what one of
 * her own centre entered. A sum that cannot be compared counts as above.
 */
export function globalReasons(facts: RouteFacts, policy: ReviewPolicy, convert: Convert): GlobalReason[] {
  const reasons: GlobalReason[] = [];
  if (facts.kind === 'financing' && isAbove(facts.largestTicket, policy.financingAbove, convert)) reasons.push('financing-above');
  if (facts.dualUse) reasons.push('dual-use');
  const isHealth = ({ scheme, code }: CodeRef): boolean =>
    scheme === 'crs' && policy.healthSectors.some((digits) => code.startsWith(digits));
  if (facts.kind === 'technology' && facts.codes.some(isHealth)) reasons.push('health-product');
  if (facts.held) reasons.push('screening-hold');
  if (facts.enteredByOfficer) reasons.push('entered-by-officer');
  if (reasons.length === 0 && isSampled(facts.listingId, policy.samplePercent)) reasons.push('sampled');
  return reasons;
}

function isAbove(largest: Money | null, limit: Money, convert: Convert): boolean {
  if (largest === null) return true;
  const amount = convert(largest.amount, largest.currency, limit.currency);
  return amount === null || amount > limit.amount;
}

/** The same answer for a listing every time, so that nobody submits until she is lucky: by the hash of its id. */
export function isSampled(listingId: string, percent: number): boolean {
  const number = createHash('sha256').update(listingId).digest().readUInt32BE(0);
  return (number / 2 ** 32) * SAMPLE_PRECISION < percent * (SAMPLE_PRECISION / 100);
}
