import { z } from 'zod';
import { LISTING_KINDS, OFFER_KINDS } from '../../modules/listings/index.js';

/** Filters that stand in the address of a search, in the order they are shown. */
export const FILTERS = ['kind', 'crs', 'sdg', 'country', 'group', 'lang', 'readiness', 'instrument', 'size'] as const;
export type Filter = (typeof FILTERS)[number];
/** What is above the level of visitors; a link that names them is read without. */
export const MEMBER_FILTERS: readonly Filter[] = ['readiness', 'instrument', 'size'];

const values = z.union([z.string(), z.array(z.string())]).optional();
/** A form names a filter once for each box that is ticked; a link may also hold commas. */
export const searchAddress = z.object({
  ...(Object.fromEntries(FILTERS.map((name) => [name, values])) as Record<Filter, typeof values>),
  q: values,
  sort: values,
  after: values,
});
export type SearchAddressQuery = z.infer<typeof searchAddress>;

const partsOf = (value: string | string[] | undefined): string[] =>
  [...new Set([value ?? []].flat().flatMap((text) => text.split(',').map((part) => part.trim())))].filter((part) => part !== '');
const firstOf = (value: string | string[] | undefined): string => ([value ?? []].flat()[0] ?? '').trim();

/** What a page of results is asked for: its state is its address, so that it can be kept, sent and gone back to. */
export class SearchAddress {
  private constructor(
    readonly path: '/offers' | '/needs',
    readonly q: string,
    readonly sort: string,
    readonly after: string,
    readonly chosen: ReadonlyMap<Filter, readonly string[]>,
  ) {}

  static read(path: '/offers' | '/needs', query: SearchAddressQuery): SearchAddress {
    const chosen = new Map(FILTERS.map((name) => [name, partsOf(query[name])] as const).filter(([, codes]) => codes.length > 0));
    const kinds = chosen.get('kind') ?? [];
    // All of them are no choice; needs have none.
    if (path === '/needs' || OFFER_KINDS.every((kind) => kinds.includes(kind))) chosen.delete('kind');
    return new SearchAddress(path, firstOf(query.q), firstOf(query.sort), firstOf(query.after), chosen);
  }

  valuesOf(name: Filter): readonly string[] {
    return this.chosen.get(name) ?? [];
  }

  /** The same search without some values of a filter, or without the filter; from the first page. */
  without(name: Filter, codes: readonly string[] = this.valuesOf(name)): SearchAddress {
    const left = this.valuesOf(name).filter((code) => !codes.includes(code));
    const chosen = new Map(this.chosen);
    if (left.length > 0) chosen.set(name, left);
    else chosen.delete(name);
    return new SearchAddress(this.path, this.q, this.sort, '', chosen);
  }

  withoutAll(names: readonly Filter[]): SearchAddress {
    return names.reduce<SearchAddress>((address, name) => address.without(name), this);
  }

  at(after: string): SearchAddress {
    return new SearchAddress(this.path, this.q, this.sort, after, this.chosen);
  }

  /** Where it is read: `/offers?q=pump&sdg=6,13`. */
  get href(): string {
    const query = this.queryOf({ after: this.after });
    return query === '' ? this.path : `${this.path}?${query}`;
  }

  /** As search and saved searches take it: every kind is named, so that offers stay offers. */
  get query(): string {
    const kinds = this.path === '/needs' ? ['need'] : this.chosen.has('kind') ? [] : OFFER_KINDS;
    return this.queryOf({ kind: kinds.join(',') });
  }

  private queryOf(more: Record<string, string>): string {
    const pairs = [
      ['q', this.q],
      ...[...this.chosen].map(([name, codes]) => [name, codes.join(',')]),
      ['sort', this.sort],
      ...Object.entries(more),
    ];
    const query = new URLSearchParams(pairs.filter(([, value]) => value !== ''));
    // Commas are plain in an address, and readable there.
    return query.toString().replaceAll('%2C', ',');
  }
}

/** Kinds a place holds. */
export const kindsOf = ({ path }: SearchAddress): readonly string[] =>
  LISTING_KINDS.filter((kind) => (kind === 'need') === (path === '/needs'));
