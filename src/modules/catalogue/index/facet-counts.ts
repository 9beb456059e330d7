import type { CatalogueIndex } from './catalogue-index.js';
import { type FilterName, type Lists, ratesOf } from './filters.js';
import type { Bitmap } from './growable.js';
import { FACETS, PUBLIC_FACETS, SIZES, sizeOf } from './listing-facts.js';
import type { TextLevel } from './text-postings.js';

export type FacetName = FilterName;
/** Two levels of one tree are one filter. */
const FILTER_OF: Partial<Record<FacetName, FilterName>> = { target: 'sdg', sector: 'crs' };
export type Facets = Partial<Record<FacetName, { code: string; count: number }[]>>;

/**
 * How many hits each value of a facet would leave: the choice made in a facet does not narrow its own counts, so that its other values can be
 * chosen too. What stands above the reader's level is not counted at all.
 * @param without the rows that all filters but the one of this facet leave.
 */
export function countFacets(index: CatalogueIndex, level: TextLevel, lists: Lists, without: (facet: FacetName) => Bitmap): Facets {
  const { shelf } = index;
  const ranked = (counts: (readonly [string, number])[]) =>
    counts
      .filter(([, count]) => count > 0)
      .map(([code, count]) => ({ code, count }))
      .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
  const facets: Facets = {};
  for (const facet of level === 0 ? PUBLIC_FACETS : FACETS) {
    const rows = without(FILTER_OF[facet] ?? facet);
    facets[facet] = ranked([...shelf.facetBitmaps(facet)].map(([code, all]) => [code, all.countAnd(rows)] as const));
  }
  facets.group = ranked(groupCounts(index, lists, without('group')));
  if (level > 0) facets.size = ranked(sizeCounts(index, lists, without('size')));
  return facets;
}

function groupCounts({ shelf }: CatalogueIndex, { book, day }: Lists, rows: Bitmap): [string, number][] {
  const byCountry = new Map([...shelf.facetBitmaps('country')].map(([country, all]) => [country, all.countAnd(rows)]));
  const sum = (group: string): number =>
    [...book.countriesOf(`group:${group}`, day)].reduce((total, country) => total + (byCountry.get(country) ?? 0), 0);
  return book.items('group').map(({ code }) => [code, sum(code)]);
}

function sizeCounts({ shelf }: CatalogueIndex, lists: Lists, rows: Bitmap): [string, number][] {
  const rates = ratesOf(shelf, lists);
  const counts = new Map<string, number>(SIZES.map((size) => [size, 0]));
  rows.forEach((row) => {
    const dollars = shelf.dollarsOf(row, rates);
    if (dollars !== null) counts.set(sizeOf(dollars), (counts.get(sizeOf(dollars)) ?? 0) + 1);
  });
  return [...counts];
}
