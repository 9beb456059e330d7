import { publishedListing } from '../../../../test/support/factories/published-listing.js';
import { loadCodeBookFromFiles } from '../../taxonomy/index.js';
import { CatalogueIndex } from './catalogue-index.js';
import { search } from './search.js';
import type { SearchQuery } from './search-query.js';

const NOW = new Date('2026-11-24T00:00:00Z');
const book = loadCodeBookFromFiles();
const sector = (code: string) => ({ scheme: 'crs' as const, code });
const target = (code: string) => ({ scheme: 'sdg-target' as const, code });

const index = new CatalogueIndex();
const technology = publishedListing(
  'technology',
  { codes: [sector('14030'), target('6.1')], details: { readiness: 9 } },
  { id: 'tech', owner: { country: 'KE' } },
);
const need = publishedListing(
  'need',
  { codes: [sector('14031')], country: 'MZ', budget: { max: 50_000, currency: 'USD' } },
  { id: 'need', expiresAt: new Date('2026-12-01') },
);
const financing = publishedListing(
  'financing',
  {
    codes: [sector('31120')],
    details: { instrument: '110', window: { closes: '2026-11-28' }, amount: { max: 2_000_000, currency: 'USD' } },
  },
  { id: 'fund', owner: { country: 'MW' }, publishedAt: new Date('2026-11-20') },
);
for (const listing of [technology, need, financing]) index.upsert(listing);

const ask = (query: Partial<SearchQuery>, level: 0 | 1 = 1) => search(index, { limit: 20, ...query }, level, NOW, book);
const ids = (query: Partial<SearchQuery>) =>
  ask(query)
    .items.map(({ id }) => id)
    .sort();
const facet = (name: keyof NonNullable<ReturnType<typeof ask>['facets']>, query: Partial<SearchQuery> = {}, level: 0 | 1 = 1) =>
  Object.fromEntries((ask(query, level).facets?.[name] ?? []).map(({ code, count }) => [code, count]));

describe('a code finds', () => {
  it.each([
    ['itself and what lies below', { crs: ['140'] }, ['need', 'tech']],
    ['itself alone, as a choice', { crs: ['14030'], near: 'exact' as const }, ['tech']],
    ['nothing by a parent that no listing names', { crs: ['140'], near: 'exact' as const }, []],
    ['what lies beside it too, as a choice', { crs: ['14030'], near: 'up' as const }, ['need', 'tech']],
    ['its whole goal, as a choice', { sdg: ['6.2'], near: 'up' as const }, ['tech']],
  ])('%s', (_, query, expected) => expect(ids(query)).toEqual(expected));
});

describe('facets', () => {
  it('count groups of countries on the day, sizes in dollars, targets and languages', () => {
    expect(facet('group')).toMatchObject({ LDC: 2, LLDC: 1, SOUTH: 3 });
    expect(facet('size')).toEqual({ '10k-100k': 1, 'above-1m': 1 });
    expect(facet('target')).toEqual({ '6.1': 1 });
    expect(facet('lang')).toEqual({ en: 3 });
    expect([facet('readiness'), facet('instrument')]).toEqual([{ 9: 1 }, { 110: 1 }]);
  });

  it('are not narrowed by the choice made in them, but by the others', () => {
    expect(facet('kind', { kind: ['need'] })).toEqual({ technology: 1, need: 1, financing: 1 });
    expect(facet('country', { kind: ['need'] })).toEqual({ MZ: 1 });
    expect(facet('kind', { group: ['LLDC'] })).toEqual({ financing: 1 });
  });

  it('tell visitors nothing of what members see', () => {
    expect(Object.keys(ask({}, 0).facets ?? {}).sort()).toEqual(['country', 'crs', 'group', 'kind', 'lang', 'sdg', 'sector', 'target']);
  });
});

describe('filters and order', () => {
  it('choose by group, readiness, instrument and size', () => {
    expect(ids({ group: ['LDC'] })).toEqual(['fund', 'need']);
    expect(ids({ group: ['NOBODY'] })).toEqual([]);
    expect(ids({ readiness: [8, 9] })).toEqual(['tech']);
    expect(ids({ instrument: ['110'] })).toEqual(['fund']);
    expect(ids({ size: ['10k-100k'] })).toEqual(['need']);
  });

  it('put the newest first, or what closes soonest', () => {
    expect(ask({ sort: 'date' }).items[0]?.id).toBe('fund');
    expect(ask({ sort: 'closing' }).items.map(({ id }) => id)).toEqual(['fund', 'need', 'tech']);
    // A visitor does not learn from the order until when a call is open.
    expect(ask({ sort: 'closing' }, 0).items[0]?.id).toBe('need');
    const first = ask({ sort: 'closing', limit: 1 });
    expect(ask({ sort: 'closing', limit: 1, after: first.next ?? '' }).items[0]?.id).toBe('need');
    expect(() => ask({ sort: 'date', after: first.next ?? '' })).toThrow('no longer there');
  });
});
