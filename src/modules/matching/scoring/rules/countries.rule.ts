import type { CodeBook } from '../../../taxonomy/index.js';
import { rule } from './rule.js';

type Membership = boolean | null;

/** Whether a list of countries, groups and regions holds a country on a day; null when it might, through a code that the book does not know. */
function holds(list: readonly string[], country: string, book: CodeBook, day: string): Membership {
  if (list.some((place) => book.countriesOf(place, day).has(country) || place === country)) return true;
  return list.some((place) => book.countriesOf(place, day).size === 0) ? null : false;
}

/** An empty list is no restriction. */
const wanted = (list: readonly string[], country: string, book: CodeBook, day: string): Membership =>
  list.length === 0 || holds(list, country, book, day);

/**
 * Countries wanted or refused, the same for both sides: the offer names where it may go, the need where its provider may come from.
 * Groups count as of the day.
 */
export const countriesRule = rule('countries', ({ need, offer, engine: { book }, day }, { passed, failed, unknown }) => {
  const [from, to] = [offer.owner.country, need.content.country];
  if (to !== undefined) {
    if (holds(offer.content.countriesRefused, to, book, day)) return failed('refused-by-offer', { country: to });
    if (wanted(offer.content.countriesOffered, to, book, day) === false) return failed('not-offered', { country: to });
  }
  if (holds(need.content.countriesRefused, from, book, day)) return failed('refused-by-need', { country: from });
  if (wanted(need.content.countriesPreferred, from, book, day) === false) return failed('not-preferred', { country: from });
  const open = [
    to === undefined ? null : wanted(offer.content.countriesOffered, to, book, day),
    wanted(need.content.countriesPreferred, from, book, day),
    to === undefined ? false : holds(offer.content.countriesRefused, to, book, day),
    holds(need.content.countriesRefused, from, book, day),
  ];
  return open.includes(null) ? unknown('not-known') : passed('suit');
});
