import { daysBetween } from '../days.js';
import type { Pair, PublishedOffer } from '../scoring.types.js';
import { NOT_STATED } from '../weights.js';
import { clamp, factor } from './factor.js';

const DAYS_A_WEEK = 7;
const DAYS_A_MONTH = 30;
/** Days after which being late is no better than not saying. */
const LATE_MAX = 180;

/**
 * Timing and capacity: the mean of what the need brings up. Timing: ready by the day it is wanted 1, falling to 0.2 at 180 days late
 * (technology: delivery time; solution: months to results; financing: decision or closing day, always open 1). Capacity, for money: the sum
 * left in the fund covers the sum sought 1, else 0.2 to 0.5 by the part it covers.
 */
export const timingFactor = factor('timing', (pair, { of, out, silent, advise }) => {
  const { neededBy } = pair.need.content;
  const parts: (number | null)[] = [];
  let late = 0;
  if (neededBy !== undefined && neededBy !== 'no-date') {
    const wait = daysUntilReady(pair.offer, pair.day);
    late = wait === null ? 0 : Math.max(0, wait - Math.max(0, daysBetween(pair.day, neededBy)));
    parts.push(wait === null ? null : Math.max(NOT_STATED, 1 - (1 - NOT_STATED) * (late / LATE_MAX)));
  }
  const capacity = fundCapacity(pair);
  if (capacity !== undefined) parts.push(capacity);
  if (parts.length === 0) return out('open');
  if (parts.every((part) => part === null)) return silent('state');
  const value = parts.reduce<number>((sum, part) => sum + (part ?? NOT_STATED), 0) / parts.length;
  const found = late > 0 ? of(value, 'late', { days: late }) : of(value, value === 1 ? 'in-time' : 'partly');
  return parts.includes(null) ? advise(found, 'state') : found;
});

/** null: not stated. */
function daysUntilReady({ kind, content: { details } }: PublishedOffer, day: string): number | null {
  if (kind === 'financing') {
    const { window } = details as { window?: 'always-open' | { closes: string; decision?: string } };
    if (window === undefined) return null;
    return window === 'always-open' ? 0 : Math.max(0, daysBetween(day, window.decision ?? window.closes));
  }
  const { deliveryWeeks, monthsToResults } = details as { deliveryWeeks?: number; monthsToResults?: number };
  if (deliveryWeeks !== undefined) return deliveryWeeks * DAYS_A_WEEK;
  return monthsToResults === undefined ? null : monthsToResults * DAYS_A_MONTH;
}

/** undefined: not asked; null: not stated, or there is no rate. */
function fundCapacity({ need, offer, engine: { book }, day }: Pair): number | null | undefined {
  const { fundingSought } = need.content;
  if (offer.kind !== 'financing' || !fundingSought) return undefined;
  const { amount, remaining } = offer.content.details;
  const sought = amount ? book.convert(fundingSought.amount, fundingSought.currency, amount.currency, day) : null;
  if (remaining === undefined || sought === null) return null;
  return remaining >= sought ? 1 : NOT_STATED + 0.3 * clamp(remaining / sought);
}
