import { daysBetween, dayOf } from '../days.js';
import { factor } from './factor.js';

const FRESH_DAYS = 30;
const STALE_DAYS = 365;

/** Freshness: 1 for 30 days after the offer was published or last confirmed by its owner, then falling evenly to 0 at 365 days. */
export const freshnessFactor = factor('freshness', ({ offer, day }, { of, advise }) => {
  const assured = dayOf(offer.assuredAt > offer.publishedAt ? offer.assuredAt : offer.publishedAt);
  const age = Math.max(0, daysBetween(assured, day));
  const value = 1 - (age - FRESH_DAYS) / (STALE_DAYS - FRESH_DAYS);
  const found = of(age <= FRESH_DAYS ? 1 : value, 'confirmed', { date: assured, days: age });
  return value < 0.5 ? advise(found, 'confirm') : found;
});
