import type { ListingText } from './listing-text.js';
import type { LanguageStatistics } from './text-statistics.js';

export const BM25 = { k1: 1.2, b: 0.75 } as const;

/** Term saturation of BM25 with length normalisation, 0 to k1 + 1. */
export const saturation = (count: number, length: number, meanLength: number): number =>
  (count * (BM25.k1 + 1)) / (count + BM25.k1 * (1 - BM25.b + (BM25.b * length) / meanLength));

/**
 * How much each term weighs in a text: the BM25 saturation in the passage where it is strongest, each passage held against the
 * usual length of its sort. Taking the best passage, not the sum, means that writing more never lowers a weight and that a
 * word in the title is not drowned by a long description.
 */
export function impacts(text: ListingText, statistics: LanguageStatistics): Map<string, number> {
  const best = new Map<string, number>();
  for (const { sort, terms } of text.passages) {
    const counts = new Map<string, number>();
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const [term, count] of counts) {
      const weight = saturation(count, terms.length, statistics.meanLength[sort]);
      if (weight > (best.get(term) ?? 0)) best.set(term, weight);
    }
  }
  return best;
}
