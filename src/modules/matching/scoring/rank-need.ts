import { OFFER_KINDS, type OfferKind } from '../../listings/index.js';
import { isEligible, scorePair } from './score-pair.js';
import type { Engine, PairResult, PublishedNeed, PublishedOffer } from './scoring.types.js';
import { THRESHOLD } from './weights.js';

export interface RankedPair {
  readonly offer: PublishedOffer;
  readonly result: PairResult;
}

/** Best first; equal scores by offer id. */
export const byScore = (a: RankedPair, b: RankedPair): number => b.result.score - a.result.score || (a.offer.id < b.offer.id ? -1 : 1);

/**
 * Every eligible pair of a need at or above the threshold, by kind, best first. All offers are scored; nothing is sampled.
 * The match set R(need, kind) is the first SET_SIZE of a kind after touched pairs are taken out.
 */
export function rankNeed(
  need: PublishedNeed,
  offers: Iterable<PublishedOffer>,
  engine: Engine,
  day: string,
): Record<OfferKind, RankedPair[]> {
  const ranked = Object.fromEntries(OFFER_KINDS.map((kind) => [kind, [] as RankedPair[]])) as Record<OfferKind, RankedPair[]>;
  for (const offer of offers) {
    if (!isEligible(need, offer, engine, day)) continue;
    const result = scorePair(need, offer, engine, day);
    if (result.score >= THRESHOLD) ranked[offer.kind].push({ offer, result });
  }
  for (const kind of OFFER_KINDS) ranked[kind].sort(byScore);
  return ranked;
}
