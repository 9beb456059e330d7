import { EnginesService } from '../../src/modules/catalogue/index.js';
import { ListingsQueries, OFFER_KINDS, type OfferKind } from '../../src/modules/listings/index.js';
import { scorePair, type PublishedNeed, type PublishedOffer } from '../../src/modules/matching/scoring/index.js';
import { matchesOf } from './factories/matching.js';
import type { MediumContext } from './medium.js';

const R_SIZE = 20;
const R_THRESHOLD = 4_500;

/** The set of one need: what stands in the table, and what ought to (DESIGN 7), both as `offer score`. */
export interface MatchSet {
  need: PublishedNeed;
  stored: string[];
  expected: string[];
}

/** Of every need in the catalogue. Let no job wait, and catch the catalogue up before. */
export async function matchSets(context: MediumContext): Promise<MatchSet[]> {
  const { rows } = await context.sql.query<{ id: string }>('SELECT id FROM catalogue_listing ORDER BY id');
  const listings = await context.get(ListingsQueries).published(rows.map(({ id }) => id));
  const needs = listings.filter(({ kind }) => kind === 'need') as PublishedNeed[];
  const offers = listings.filter(({ kind }) => kind !== 'need') as PublishedOffer[];
  const clock = await context.sql.query<{ day: string }>(`SELECT to_char(gate_now() AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day`);
  const sets: MatchSet[] = [];
  for (const need of needs) {
    const matches = await matchesOf(context, need.id);
    const touched = new Set(matches.filter((row) => row.touched).map((row) => row.offer_id));
    const open = matches.filter((row) => !row.touched && ['suggested', 'held'].includes(row.state));
    const free = offers.filter((offer) => !touched.has(offer.id));
    sets.push({
      need,
      stored: open.map((row) => `${row.offer_id} ${row.score}`).sort(),
      expected: bestOf(context, need, free, clock.rows[0]!.day),
    });
  }
  return sets;
}

/** R by definition: eligible, at the threshold, the twenty best of each kind the need asks for. */
function bestOf(context: MediumContext, need: PublishedNeed, offers: readonly PublishedOffer[], day: string): string[] {
  const engine = context.get(EnginesService).current;
  const scored = offers
    .map((offer) => ({ offer, result: scorePair(need, offer, engine, day) }))
    .filter(({ result }) => result.eligible && result.score >= R_THRESHOLD)
    .sort((a, b) => b.result.score - a.result.score || (a.offer.id < b.offer.id ? -1 : 1));
  const best = (kind: OfferKind) => scored.filter(({ offer }) => offer.kind === kind).slice(0, R_SIZE);
  return OFFER_KINDS.flatMap(best)
    .map(({ offer, result }) => `${offer.id} ${result.score}`)
    .sort();
}
