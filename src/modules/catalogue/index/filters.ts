import type { CodeBook } from '../../taxonomy/index.js';
import type { CatalogueIndex } from './catalogue-index.js';
import { Bitmap } from './growable.js';
import { parentOf, sizeOf } from './listing-facts.js';
import type { SearchQuery } from './search-query.js';
import type { Shelf } from './shelf.js';

/** Code lists and rates of the day of a search. */
export interface Lists {
  book: CodeBook;
  /** UTC, `YYYY-MM-DD`. */
  day: string;
}

/** What facets are counted by; each has at most one filter. */
export type FilterName = 'kind' | 'sdg' | 'target' | 'sector' | 'crs' | 'country' | 'group' | 'lang' | 'readiness' | 'instrument' | 'size';

/** The rows that each filter of a query leaves. Values of one filter are alternatives; sdg goals and targets are one filter, sectors and their categories too. */
export function filtersOf(index: CatalogueIndex, query: SearchQuery, lists: Lists): Map<FilterName, Bitmap> {
  const { shelf } = index;
  const filters = new Map<FilterName, Bitmap>();
  const narrow = (name: FilterName, keys: readonly string[] | undefined): void => {
    if (keys) filters.set(name, Bitmap.or(keys.map((key) => shelf.bitmap(key))));
  };
  const plain = (name: FilterName, values: readonly string[] | undefined): void =>
    narrow(
      name,
      values?.map((value) => `${name}:${value}`),
    );
  plain('kind', query.kind);
  narrow('sdg', codeKeysOf('sdg', query.sdg, query.near));
  narrow('crs', codeKeysOf('crs', query.crs, query.near));
  plain('country', query.country);
  narrow(
    'group',
    query.group?.flatMap((group) => [...lists.book.countriesOf(`group:${group}`, lists.day)].map((country) => `country:${country}`)),
  );
  plain('lang', query.lang ? [query.lang] : undefined);
  plain('readiness', query.readiness?.map(String));
  plain('instrument', query.instrument);
  if (query.size && query.size.length > 0) filters.set('size', rowsOfSizes(index, query.size, lists));
  return filters;
}

/** A code finds itself and what lies below it; as a choice only itself, or what lies beside it under the same parent too. */
function codeKeysOf(sort: 'sdg' | 'crs', codes: readonly string[] | undefined, near: SearchQuery['near']): string[] | undefined {
  if (near === 'exact') return codes?.map((code) => `${sort}=${code}`);
  return codes?.map((code) => `${sort}:${(near === 'up' ? parentOf(sort, code) : null) ?? code}`);
}

function rowsOfSizes({ shelf }: CatalogueIndex, sizes: readonly string[], lists: Lists): Bitmap {
  const rates = ratesOf(shelf, lists);
  const rows = new Bitmap();
  shelf.alive.forEach((row) => {
    const dollars = shelf.dollarsOf(row, rates);
    if (dollars !== null && sizes.includes(sizeOf(dollars))) rows.add(row);
  });
  return rows;
}

/** Dollars for one unit of each currency that sums are in, on the day of the search. */
export const ratesOf = ({ currencies }: Shelf, { book, day }: Lists): (number | null)[] =>
  currencies.map((currency) => book.convert(1, currency, 'USD', day));
