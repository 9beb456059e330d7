import { impacts, textsOf, type ListingText, type TextStatistics } from '../../../catalogue/index.js';
import type { PublishedNeed, PublishedOffer } from '../scoring.types.js';
import { factor } from './factor.js';

/** The need's terms that count, by inverse document frequency. */
const TERMS = 32;
/**
 * The maximum that a text by another hand reaches: this part of the terms' weight, each said once in a passage of usual length (where the
 * saturation of BM25 is 1). Divided by the limit that no text reaches, good matches would get 0.2 and every offer in a language that cannot
 * be compared would stand above them, because for those the factor is left out.
 */
const REACHED = 0.4;

interface WeightedTerm {
  readonly term: string;
  readonly idf: number;
}

/**
 * Text similarity: BM25 (k1 1.2, b 0.75) of the offer over the need's 32 terms of highest idf, divided by the maximum for those terms,
 * 0.4 x the sum of their idf. Each language by itself, of several the best; left out where the two share no language.
 * A term counts in the passage of the offer where it weighs most (catalogue, `impacts`), so writing more never lowers the score.
 */
export const textFactor = factor('text', ({ need, offer, engine: { statistics } }, { of, out, advise }) => {
  let best: { value: number; shared: number; language: string } | null = null;
  for (const [language, terms] of queryOf(need, statistics)) {
    const weights = weightsOf(offer, statistics).get(language);
    if (!weights || terms.length === 0) continue;
    const shared = terms.filter(({ term }) => weights.has(term));
    const score = shared.reduce((sum, { term, idf }) => sum + idf * (weights.get(term) ?? 0), 0);
    const value = score / (REACHED * terms.reduce((sum, { idf }) => sum + idf, 0));
    if (!best || value > best.value) best = { value, shared: shared.length, language };
  }
  if (!best) return advise(out('no-common-language'), 'translate', { language: need.language });
  const found = of(best.value, best.shared > 0 ? 'shared' : 'none', { shared: best.shared, language: best.language });
  return best.shared > 0 ? found : advise(found, 'describe', { language: best.language });
});

// Both sides of a pair are worked out once for each listing object and engine; listings are never changed in place.
const queries = new WeakMap<PublishedNeed, [TextStatistics, Map<string, WeightedTerm[]>]>();
const offers = new WeakMap<PublishedOffer, [TextStatistics, Map<string, Map<string, number>>]>();

function queryOf(need: PublishedNeed, statistics: TextStatistics): Map<string, WeightedTerm[]> {
  return once(queries, need, statistics, () => new Map(textsOf(need).map((text) => [text.language, highest(text, statistics)])));
}

function weightsOf(offer: PublishedOffer, statistics: TextStatistics): Map<string, Map<string, number>> {
  return once(
    offers,
    offer,
    statistics,
    () => new Map(textsOf(offer).map((text) => [text.language, impacts(text, statistics.language(text.language))])),
  );
}

function once<K extends object, V>(kept: WeakMap<K, [TextStatistics, V]>, key: K, statistics: TextStatistics, make: () => V): V {
  const known = kept.get(key);
  if (known && known[0] === statistics) return known[1];
  const value = make();
  kept.set(key, [statistics, value]);
  return value;
}

/** Equal idf is ordered by the term itself, so that the choice depends on nothing else. */
function highest(text: ListingText, statistics: TextStatistics): WeightedTerm[] {
  const terms = new Set(text.passages.flatMap((passage) => passage.terms));
  return [...terms]
    .map((term) => ({ term, idf: statistics.idf(text.language, term) }))
    .sort((a, b) => b.idf - a.idf || (a.term < b.term ? -1 : 1))
    .slice(0, TERMS);
}
