import { describe, expect, it } from '@jest/globals';
import { itemsInForce, listsOn, sameUntil, type Edits, type ItemVersion } from './dated-edits.js';
import type { CodeItem, TaxonomyData } from './taxonomy-data.js';

const item = (code: string, en: string): CodeItem => ({
  scheme: 'reason',
  code,
  parent: null,
  from: null,
  to: null,
  status: 'active',
  names: { en },
  extra: {},
  source: 'test',
});
const version = (id: string, effective: string, code: string, en = id): ItemVersion => ({ id, effective, item: item(code, en) });
const shipped: TaxonomyData = {
  items: [item('price', 'shipped'), item('fit', 'shipped')],
  members: [
    { group: 'LDC', country: 'KH', from: '1991-01-01', to: null, source: 'list' },
    { group: 'LDC', country: 'NP', from: '1971-01-01', to: null, source: 'list' },
  ],
  rates: [],
};
const listed = (edits: Partial<Edits>, day: string) => listsOn(shipped, { items: [], groups: [], ...edits }, day);

describe('lists on a day', () => {
  const items = [version('b', '2026-03-01', 'price'), version('a', '2026-02-01', 'price'), version('c', '2026-03-01', 'price')];

  it.each([
    ['2026-01-31', 'shipped'],
    ['2026-02-01', 'a'],
    ['2026-02-28', 'a'],
    ['2026-03-01', 'c'],
    ['2030-01-01', 'c'],
  ])('on %s the item is that of %s', (day, name) => {
    expect(listed({ items }, day).items.map(({ names }) => names.en)).toEqual([name, 'shipped']);
  });

  it('gain a code on the day of its first version, after the others', () => {
    const added = [version('new', '2026-02-01', 'noise')];
    expect(listed({ items: added }, '2026-01-31').items).toHaveLength(2);
    expect(listed({ items: added }, '2026-02-01').items.map(({ code }) => code)).toEqual(['price', 'fit', 'noise']);
  });

  it('name the versions in force', () => expect([...itemsInForce(items, '2026-02-15').values()].map(({ id }) => id)).toEqual(['a']));

  it('take the last account of a membership, whatever the day, and leave other countries alone', () => {
    const group = { group: 'LDC', country: 'KH', source: 'resolution' };
    const groups = [
      { ...group, id: '1', periods: [] },
      { ...group, id: '2', periods: [{ from: '1991-01-01', to: '2029-12-19' }] },
    ];
    const { members } = listed({ groups }, '2026-01-01');
    expect(members.map(({ country, to }) => [country, to])).toEqual([
      ['NP', null],
      ['KH', '2029-12-19'],
    ]);
  });
});

describe('two accounts of a membership', () => {
  const since = { from: '1991-01-01', to: null };
  it.each([
    ['an end to come', [since], [{ from: '1991-01-01', to: '2029-12-19' }], true],
    ['an end today', [since], [{ from: '1991-01-01', to: '2026-11-24' }], false],
    ['another beginning', [since], [{ from: '1992-01-01', to: null }], false],
    ['one that begins tomorrow', [], [{ from: '2026-11-25', to: null }], true],
    ['since ever, and since a day', [since], [{ from: null, to: null }], false],
    [
      'the same in two pieces',
      [since],
      [
        { from: '1991-01-01', to: '2000-01-01' },
        { from: '2000-01-01', to: null },
      ],
      true,
    ],
  ])('%s', (_, one, other, same) => {
    expect(sameUntil(one, other, '2026-11-24')).toBe(same);
    expect(sameUntil(other, one, '2026-11-24')).toBe(same);
  });
});
