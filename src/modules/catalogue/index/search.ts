import { createHash } from 'node:crypto';
import { decodeCursor, pageOf } from '../../../kernel/pagination.js';
import { DomainError } from '../../../kernel/errors.js';
import { ANALYSED_LANGUAGES, analyse } from '../text/analyser.js';
import type { CatalogueIndex } from './catalogue-index.js';
import { Bitmap } from './growable.js';
import { FACETS, publicCard, type Facet, type PublicCard } from './listing-facts.js';
import type { TextLevel } from './shelf.js';

export interface SearchQuery {
  q?: string;
  kind?: readonly string[];
  sdg?: readonly string[];
  crs?: readonly string[];
  country?: readonly string[];
  lang?: string;
  limit: number;
  after?: string;
}

export type Facets = Record<Facet, { code: string; count: number }[]>;
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
export function search(index: CatalogueIndex, query: SearchQuery, level: TextLevel, at: Date): SearchAnswer {
  const { shelf } = index;
  const hits = new Bitmap();
  const scores = query.q?.trim() ? shelf.relevance(level, termsOf(query.q, query.lang)) : null;
  for (const row of filtered(index, query)) if (shelf.expires.get(row) > at.getTime() && (!scores || scores.has(row))) hits.add(row);

  const ranked = [...hits]
    .map((row) => ({
      row,
      id: shelf.listing(row).id,
      rank: scores ? Math.round((scores.get(row) ?? 0) * PRECISION) : shelf.published.get(row),
    }))
    .sort((a, b) => b.rank - a.rank || (a.id < b.id ? -1 : 1));
  const start = query.after === undefined ? 0 : ranked.findIndex(isAfter(readCursor(query.after, query)));
  const rest = start < 0 ? [] : ranked.slice(start, start + query.limit + 1);
  const page = pageOf(rest, query.limit, ({ rank, id }) => [fingerprint(query), rank, id]);
  return {
    items: page.items.map(({ row }) => publicCard(shelf.listing(row), query.lang)),
    ...(query.after === undefined && { facets: countFacets(index, hits) }),
    next: page.next,
  };
}

/** The words as terms of each language they might be in; a listing is then held against its own. */
const termsOf = (q: string, lang?: string): Map<string, string[]> =>
  new Map(
    (lang ? [lang] : ANALYSED_LANGUAGES)
      .map((language) => [language, analyse(language, q)] as const)
      .filter(([, terms]) => terms.length > 0),
  );

function filtered({ shelf }: CatalogueIndex, query: SearchQuery): Bitmap {
  let rows = shelf.alive;
  const narrow = (sort: string, values: readonly string[] | undefined) => {
    if (values && values.length > 0) rows = rows.and(Bitmap.or(values.map((value) => shelf.bitmap(`${sort}:${value}`))));
  };
  narrow('kind', query.kind);
  narrow('sdg', query.sdg);
  narrow('crs', query.crs);
  narrow('country', query.country);
  narrow('lang', query.lang ? [query.lang] : undefined);
  return rows;
}

const countFacets = ({ shelf }: CatalogueIndex, hits: Bitmap): Facets => {
  const count = (facet: Facet) =>
    shelf
      .facetBitmaps(facet)
      .map(([code, rows]) => ({ code, count: rows.countAnd(hits) }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
  return Object.fromEntries(FACETS.map((facet) => [facet, count(facet)])) as Facets;
};

interface Place {
  rank: number;
  id: string;
}
const isAfter = (last: Place) => (place: Place) => place.rank < last.rank || (place.rank === last.rank && place.id > last.id);

/** What a cursor belongs to: the same words and filters. */
const fingerprint = ({ q, kind, sdg, crs, country, lang }: SearchQuery): string =>
  createHash('sha256')
    .update(JSON.stringify([q, kind, sdg, crs, country, lang]))
    .digest('base64url')
    .slice(0, 22);

function readCursor(after: string, query: SearchQuery): Place {
  const [of, rank, id] = decodeCursor(after, ['text', 'number', 'text']);
  if (of !== fingerprint(query))
    throw new DomainError('invalid', 'cursor.expired', { detail: 'This page is no longer there: start again from the first one.' });
  return { rank, id };
}
