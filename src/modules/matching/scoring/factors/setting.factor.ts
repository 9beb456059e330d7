import type { Country } from '../../../taxonomy/index.js';
import { languageFit } from '../languages.js';
import type { Pair, PublishedOffer } from '../scoring.types.js';
import { clamp, factor } from './factor.js';

const PLACE_SHARE = 0.7;
const LANGUAGE = { shared: 1, interpreter: 0.5, none: 0, unknown: 0 } as const;
// Of how near a country is: region, level of income, and being landlocked, an island or neither.
const SHARES = { region: 0.5, income: 0.2, geography: 0.3 } as const;
/** A fund that names the country's group knows its like; one that names the country itself knows it. */
const NAMED_BY_GROUP = 0.8;
const INCOMES = ['low', 'lower-middle', 'upper-middle', 'high'] as const;

/**
 * Setting closeness: 0.7 x how near the need's country is to a country where the offer comes from, was developed, used or repeated (the
 * nearest counts) + 0.3 x language (shared 1, through an interpreter 0.5). Nearness: same country 1, else 0.5 x region (same finest M49
 * region 1, sub-region 0.75, continent 0.5) + 0.2 x income level (same 1, next 0.5) + 0.3 x same geography (landlocked, island, neither).
 * A financier's setting is also the countries it names for itself.
 */
export const settingFactor = factor('setting', (pair, { of, out, advise }) => {
  const country = pair.need.content.country;
  const fit = languageFit(pair);
  if (country === undefined) return out('open');
  let best = { nearness: -1, country: '' };
  for (const place of placesOf(pair.offer)) {
    const value = nearness(country, place, pair);
    if (value > best.nearness) best = { nearness: value, country: place };
  }
  const place = Math.max(best.nearness, named(country, pair));
  const found = of(PLACE_SHARE * place + (1 - PLACE_SHARE) * LANGUAGE[fit], place === 1 ? 'same-country' : 'nearest', {
    country,
    nearest: best.nearness >= place ? best.country : country,
    nearness: Math.round(place * 100),
    language: fit,
  });
  const advised = fit === 'shared' ? found : advise(found, 'language', { language: pair.need.language });
  return place >= 0.75 || pair.offer.kind === 'financing' ? advised : advise(advised, 'evidence', { country });
});

function placesOf(offer: PublishedOffer): string[] {
  if (offer.kind === 'technology') {
    const { developedIn, usedIn } = offer.content.details;
    return [offer.owner.country, ...(developedIn ? [developedIn] : []), ...usedIn.map((use) => use.country)];
  }
  if (offer.kind === 'solution')
    return [offer.owner.country, ...offer.content.details.replications.map((replication) => replication.country)];
  return [offer.owner.country];
}

function named(country: string, { offer, engine: { book }, day }: Pair): number {
  if (offer.kind !== 'financing') return 0;
  if (offer.content.countriesOffered.includes(country)) return 1;
  return offer.content.countriesOffered.some((place) => book.countriesOf(place, day).has(country)) ? NAMED_BY_GROUP : 0;
}

function nearness(a: string, b: string, { engine: { book }, day }: Pair): number {
  if (a === b) return 1;
  const [one, other] = [book.country(a), book.country(b)];
  if (!one || !other) return 0;
  const geography = (code: string) =>
    book.inGroup(code, 'LLDC', day) ? 'landlocked' : book.inGroup(code, 'SIDS', day) ? 'island' : 'neither';
  return clamp(
    SHARES.region * region(one, other) + SHARES.income * income(one, other) + SHARES.geography * Number(geography(a) === geography(b)),
  );
}

function region(a: Country, b: Country): number {
  if (a.zone !== null && a.zone === b.zone) return 1;
  if (a.subregion !== null && a.subregion === b.subregion) return 0.75;
  return a.region !== null && a.region === b.region ? 0.5 : 0;
}

function income(a: Country, b: Country): number {
  if (a.income === null || b.income === null) return 0;
  const steps = Math.abs(INCOMES.indexOf(a.income) - INCOMES.indexOf(b.income));
  return steps === 0 ? 1 : steps === 1 ? 0.5 : 0;
}
