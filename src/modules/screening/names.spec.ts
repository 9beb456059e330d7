import fc from 'fast-check';
import { likeness, nameKey } from './names.js';
import { screeningLikeness } from './screening.rules.js';

const alike = (a: string, b: string): number => likeness(nameKey(a), nameKey(b));
const threshold = screeningLikeness.value;

describe('names are held for one another', () => {
  it.each([
    ['Acme Trading Ltd', 'ACME TRADING LIMITED'],
    ['Société Générale de Négoce S.A.R.L.', 'Societe generale negoce SA'],
    ['Trading Company Acme', 'Acme Trading Co.'],
    ['Al Rashid Import and Export', 'Alrashid Import & Export LLC'],
    ['Мухаммад Рашид Трейд', 'Mukhammad Rashid Treyd'],
    ['Mohammed Rashid Trade', 'Muhammad Rasheed Trade'],
    ['Kaloti Jewelery Group', 'Kaloti Jewellery Group'],
    ["O'Neill Mining", 'ONeill Mining'],
  ])('%s and %s', (a, b) => expect(alike(a, b)).toBeGreaterThanOrEqual(threshold));
});

describe('names are told apart', () => {
  it.each([
    ['Acme Trading Ltd', 'Acme Mining Ltd'],
    ['Bank of Kenya', 'Bank of Ghana'],
    ['Green Water Solutions', 'Blue Water Solutions'],
    ['Ministry of Water, Uganda', 'Ministry of Trade, Uganda'],
    ['Solar Pumps Rwanda', 'Solar Pumps Burundi'],
    ['National Institute of Technology', 'National Technology Bank'],
  ])('%s and %s', (a, b) => expect(alike(a, b)).toBeLessThan(threshold));
});

it('a name of legal forms alone keeps its words', () => {
  expect(nameKey('The Company').words).toEqual(['company', 'the']);
  expect(alike('The Company', 'Limited')).toBeLessThan(threshold);
});

it('nothing is like a name without letters', () => expect(alike('???', '???')).toBe(0));

it('is the same both ways, 0 to 1, and 1 for a name and itself', () => {
  const name = fc.string({ maxLength: 40, unit: 'grapheme' });
  fc.assert(
    fc.property(name, name, (a, b) => {
      expect(alike(a, b)).toBeCloseTo(alike(b, a), 10);
      expect(alike(a, b)).toBeGreaterThanOrEqual(0);
      expect(alike(a, b)).toBeLessThanOrEqual(1);
      expect(alike(a, a)).toBe(nameKey(a).text === '' ? 0 : 1);
    }),
  );
});
