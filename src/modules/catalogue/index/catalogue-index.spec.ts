import { loadCodeBookFromFiles } from '../../taxonomy/index.js';
import * as fc from 'fast-check';
import { publishedListing } from '../../../../test/support/factories/published-listing.js';
import { CatalogueIndex } from './catalogue-index.js';
import { Bitmap } from './growable.js';
import { search } from './search.js';
import type { SearchQuery } from './search-query.js';

const NOW = new Date('2026-11-24T00:00:00Z');
const book = loadCodeBookFromFiles();
const find = (index: CatalogueIndex, query: Partial<SearchQuery>, level: 0 | 1 = 1) =>
  search(index, { limit: 20, ...query }, level, NOW, book);
const filled = (...listings: Parameters<CatalogueIndex['upsert']>[0][]) => {
  const index = new CatalogueIndex();
  for (const listing of listings) index.upsert(listing);
  return index;
};

const pump = publishedListing('technology', {
  title: 'Solar water pumps',
  description: 'Submersible, with a lithium battery',
  codes: [
    { scheme: 'crs', code: '31140', main: true },
    { scheme: 'sdg-target', code: '6.1' },
  ],
});
const besoin = publishedListing(
  'need',
  {
    title: 'Pompes pour périmètres irrigués',
    country: 'SN',
    codes: [
      { scheme: 'crs', code: '31140' },
      { scheme: 'sdg-goal', code: '6' },
    ],
  },
  { language: 'fr' },
);
const clinic = publishedListing(
  'solution',
  { title: 'Water for clinics', codes: [{ scheme: 'crs', code: '12230' }] },
  { owner: { country: 'SN' } },
);

describe('CatalogueIndex', () => {
  it('holds exactly what was put in last, however often', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(8), fc.boolean()), { maxLength: 60 }), (steps) => {
        const index = new CatalogueIndex();
        const expected = new Map<string, string>();
        steps.forEach(([n, put], i) => {
          const id = `id-${n}`;
          if (!put) index.remove(id);
          else index.upsert(publishedListing('technology', { title: `Machine${i} pump` }, { id }));
          if (put) expected.set(id, `Machine${i} pump`);
          else expected.delete(id);
        });
        const seen = new Map([...index.open(NOW)].map((listing) => [listing.id, listing.content as { title: string }]));
        expect(new Map([...seen].map(([id, content]) => [id, content.title]))).toEqual(expected);
        expect(index.size).toBe(expected.size);
        expect(
          find(index, { q: 'pump', limit: 100 })
            .items.map((item) => item.id)
            .sort(),
        ).toEqual([...expected.keys()].sort());
      }),
    );
  });

  it('starts a new shelf when most rows are dead, and loses nothing', () => {
    const index = filled(pump, besoin);
    for (let i = 0; i < 2_500; i++) index.upsert(clinic);
    expect(index.shelf.rows).toBeLessThan(1_100);
    expect(find(index, { q: 'water' }).items.map((item) => item.id)).toEqual(expect.arrayContaining([pump.id, clinic.id]));
  });

  it('shows nothing that has expired', () => {
    const index = filled(publishedListing('technology', {}, { expiresAt: NOW }));
    expect([...index.open(NOW)]).toEqual([]);
    expect(find(index, {}).items).toEqual([]);
    expect([...index.open(new Date(NOW.getTime() - 1))]).toHaveLength(1);
  });
});

describe('search', () => {
  const index = filled(pump, besoin, clinic);

  it('ranks by words of any language and counts what it found', () => {
    expect(find(index, { q: 'pumping water' }).items.map((item) => item.id)).toEqual([pump.id, clinic.id]);
    expect(find(index, { q: 'pompe' }).items.map((item) => item.id)).toEqual([besoin.id]);
    expect(find(index, { q: 'pompe', lang: 'en' }).items).toEqual([]);
    const { facets } = find(index, {});
    expect(facets?.sdg).toEqual([{ code: '6', count: 2 }]);
    expect(facets?.crs).toEqual([
      { code: '311', count: 2 },
      { code: '122', count: 1 },
    ]);
    expect(facets?.country).toEqual([
      { code: 'SN', count: 2 },
      { code: 'KE', count: 1 },
    ]);
  });

  it('neither finds nor counts by words a visitor may not read', () => {
    expect(find(index, { q: 'lithium' }, 1).items).toHaveLength(1);
    const visitor = find(index, { q: 'lithium' }, 0);
    expect(visitor.items).toEqual([]);
    expect(Object.values(visitor.facets ?? {}).flat()).toEqual([]);
    expect(Object.keys(find(index, {}).items[0] ?? {})).not.toContain('description');
  });

  it('takes filters of one sort as alternatives and all sorts together', () => {
    const ids = (query: Partial<SearchQuery>) =>
      find(index, query)
        .items.map((item) => item.id)
        .sort();
    expect(ids({ country: ['SN', 'KE'], kind: ['need', 'technology'] })).toEqual([pump.id, besoin.id].sort());
    expect(ids({ sdg: ['6.1'] })).toEqual([pump.id]);
    expect(ids({ sdg: ['6'] })).toEqual([pump.id, besoin.id].sort());
    expect(ids({ crs: ['31'] })).toEqual([pump.id, besoin.id].sort());
    expect(ids({ crs: ['12230'] })).toEqual([clinic.id]);
  });

  it('pages through everything once, without facets after the first page', () => {
    const seen: string[] = [];
    let after: string | null | undefined;
    do {
      const page: ReturnType<typeof find> = find(index, { limit: 1, ...(after && { after }) });
      seen.push(...page.items.map((item) => item.id));
      expect(page.facets === undefined).toBe(after !== undefined);
      after = page.next;
    } while (after);
    expect(seen.sort()).toEqual([pump.id, besoin.id, clinic.id].sort());
  });

  it('refuses the cursor of another search', () => {
    const { next } = find(index, { limit: 1 });
    expect(() => find(index, { limit: 1, q: 'water', after: next ?? '' })).toThrow(expect.objectContaining({ code: 'cursor.expired' }));
  });
});

describe('Bitmap', () => {
  it('agrees with a set', () => {
    const rows = fc.array(fc.nat(700));
    fc.assert(
      fc.property(rows, rows, rows, (add, remove, others) => {
        const [map, other] = [new Bitmap(), new Bitmap()];
        for (const row of add) map.add(row);
        for (const row of remove) map.delete(row);
        for (const row of others) other.add(row);
        const set = new Set(add.filter((row) => !remove.includes(row)));
        const both = [...set].filter((row) => others.includes(row)).sort((a, b) => a - b);
        expect(new Set(map)).toEqual(set);
        expect(map.size).toBe(set.size);
        expect([...map.and(other)]).toEqual(both);
        expect(map.countAnd(other)).toBe(both.length);
        expect(Bitmap.or([map, other]).size).toBe(new Set([...set, ...others]).size);
      }),
    );
  });
});
