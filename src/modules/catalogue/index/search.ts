import { createHash } from 'node:crypto';
import { decodeCursor, pageOf } from '../../../kernel/pagination.js';
import { DomainError } from '../../../kernel/errors.js';
import { ANALYSED_LANGUAGES, analyse } from '../text/analyser.js';
import type { CatalogueIndex } from './catalogue-index.js';
import { Bitmap } from './growable.js';
import { countFacets, type Facets } from './facet-counts.js';
import { type FilterName, filtersOf, type Lists } from './filters.js';
import type { SearchQuery } from './search-query.js';
import { publicCard, type PublicCard } from './listing-facts.js';
import type { CodeBook } from '../../taxonomy/index.js';
import type { Scores } from './scores.js';
import type { TextLevel } from './text-postings.js';

export interface SearchAnswer {
  items: PublicCard[];
  /** Counts over all hits, on the first page only. */
  facets?: Facets;
  next: string | null;
}

// Relevance is compared as a whole number of ten-thousandths, so that a cursor holds it exactly.
const PRECISION = 10_000;

/**
 * Words rank by BM25 over the text the reader may see (level 0 for visitors, 0 and 1 for members), which is also all that is counted;
 * without words the newest come first. Filters of one sort are alternatives, of different sorts all hold.
 */
export function search(index: CatalogueIndex, query: SearchQuery, level: TextLevel, at: Date, book: CodeBook): SearchAnswer {
  const { shelf } = index;
  const lists: Lists = { book, day: at.toISOString().slice(0, 10) };
  const scores = query.q?.trim() ? shelf.relevance(level, termsOf(query.q, query.lang)) : null;
  const found = new Bitmap();
  (scores ? shelf.alive.and(scores.numbers) : shelf.alive).forEach((row) => {
    if (shelf.expires.get(row) > at.getTime()) found.add(row);
  });
  const filters = filtersOf(index, query, lists);
  const all = [...filters.values()].reduce((rows, left) => rows.and(left), found);
  const without = (name: FilterName): Bitmap =>
    filters.has(name) ? [...filters].reduce((rows, [of, left]) => (of === name ? rows : rows.and(left)), found) : all;

  const rest = best(index, all, (row) => rankOf(index, row, query, scores, level), query);
  const page = pageOf(rest, query.limit, ({ rank, id }) => [fingerprint(query), rank, id]);
  return {
    items: page.items.map(({ row }) => publicCard(shelf.listing(row), query.lang ?? query.reads)),
    ...(query.after === undefined && { facets: countFacets(index, level, lists, without) }),
    next: page.next,
  };
}

/** The rows of the page asked for and one more, in order: what comes after the last place seen, without sorting all that was found. */
function best({ shelf }: CatalogueIndex, rows: Bitmap, rankOfRow: (row: number) => number, query: SearchQuery): Ranked[] {
  const after = query.after === undefined ? null : isAfter(readCursor(query.after, query));
  const best: Ranked[] = [];
  rows.forEach((row) => {
    const rank = rankOfRow(row);
    const last = best.at(-1);
    if (best.length > query.limit && last && last.rank > rank) return;
    const place = { row, id: shelf.listing(row).id, rank };
    if (after && !after(place)) return;
    let at = best.length;
    while (at > 0 && isAfter(place)(best[at - 1]!)) at--;
    best.splice(at, 0, place);
    best.length = Math.min(best.length, query.limit + 1);
  });
  return best;
}

/** Higher comes first: relevance, or without words the newest; as a choice the newest, or what closes soonest. */
function rankOf({ shelf }: CatalogueIndex, row: number, { sort }: SearchQuery, scores: Scores | null, level: TextLevel): number {
  if (sort === 'closing') return -(level === 0 ? shelf.expires : shelf.closes).get(row);
  if (sort !== 'date' && scores) return Math.round(scores.get(row) * PRECISION);
  return shelf.published.get(row);
}

/** The words as terms of each language they might be in; a listing is then held against its own. */
const termsOf = (q: string, lang?: string): Map<string, string[]> =>
  new Map(
    (lang ? [lang] : ANALYSED_LANGUAGES)
      .map((language) => [language, analyse(language, q)] as const)
      .filter(([, terms]) => terms.length > 0),
  );

interface Place {
  rank: number;
  id: string;
}

interface Ranked extends Place {
  row: number;
}
const isAfter = (last: Place) => (place: Place) => place.rank < last.rank || (place.rank === last.rank && place.id > last.id);

/** What a cursor belongs to: the same words and filters. */
const fingerprint = ({ limit: _, after: __, reads: ___, ...query }: SearchQuery): string =>
  createHash('sha256')
    .update(JSON.stringify(Object.entries(query).sort()))
    .digest('base64url')
    .slice(0, 22);

function readCursor(after: string, query: SearchQuery): Place {
  const [of, rank, id] = decodeCursor(after, ['text', 'number', 'text']);
  if (of !== fingerprint(query))
    throw new DomainError('invalid', 'cursor.expired', { detail: 'This page is no longer there: start again from the first one.' });
  return { rank, id };
}
