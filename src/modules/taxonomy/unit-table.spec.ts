import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { loadCodeBookFromFiles } from './code-book.js';

const book = loadCodeBookFromFiles();
const units = book.items('unit');
const numeric = book.items('attribute').filter((item) => book.attribute(item.code)?.type === 'number');
const unitsOf = (dimension: string | null) => units.filter((unit) => unit.extra.dimension === dimension);

describe('attributes', () => {
  it('each number has a dimension with a base unit of it, no boolean has any', () => {
    const faults = book.items('attribute').filter(({ code }) => {
      const attribute = book.attribute(code);
      return attribute?.type === 'number'
        ? !unitsOf(attribute.dimension).some((unit) => unit.code === attribute.unit)
        : attribute?.unit !== null || attribute.dimension !== null;
    });
    expect(faults.map((item) => item.code)).toEqual([]);
    expect(book.items('attribute').length).toBeGreaterThanOrEqual(80);
  });

  it('each converts from every unit of its dimension and from none of another', () => {
    for (const { code } of numeric) {
      const { dimension, unit: base } = book.attribute(code) ?? {};
      for (const unit of units)
        expect([code, unit.code, book.toBaseUnit(code, 1, unit.code) !== null]).toEqual([
          code,
          unit.code,
          unit.extra.dimension === dimension,
        ]);
      expect(book.toBaseUnit(code, 7, base)).toBe(7);
      expect(book.toBaseUnit(code, 7)).toBe(7);
    }
  });
});

describe('units', () => {
  it('has one reference unit in each dimension', () => {
    for (const dimension of new Set(units.map((unit) => unit.extra.dimension)))
      expect([
        dimension,
        unitsOf(dimension ?? null).some((unit) => Number(unit.extra.factor) === 1 && !Number(unit.extra.offset ?? 0)),
      ]).toEqual([dimension, true]);
  });

  it('gives no spelling to two units', () => {
    const spellings = units.flatMap(({ code, extra }) =>
      [...new Set([code, extra.symbol, ...(extra.aliases?.split('|') ?? [])])].filter(Boolean),
    );
    expect(spellings.filter((spelling, i) => spellings.indexOf(spelling) !== i)).toEqual([]);
  });

  it.each([
    ['water-output', 2, 'm3/h', 48],
    ['water-output', 50, 'm³/day', 50],
    ['water-output', 1000, 'l/d', 1],
    ['water-output', 1, 'l/s', 86.4],
    ['power-output', 2, 'MW', 2000],
    ['power-output', 5, 'KW', 5],
    ['power-output', 24, 'kWh/d', 1],
    ['irrigated-area', 1, 'acre', 0.40468564224],
    ['irrigated-area', 3, 'km2', 300],
    ['grain-storage', 500, 'kg', 0.5],
    ['driving-range', 1500, 'm', 1.5],
    ['storage-temperature', 32, 'degF', 0],
    ['storage-temperature', 212, '°F', 100],
    ['storage-temperature', 273.15, 'K', 0],
    ['energy-efficiency', 0.35, '1', 35],
    ['service-life', 24, 'mo', 2],
    ['fire-resistance', 2, 'h', 120],
  ])('%s: %d %s is %d in its base unit', (attribute, value, unit, expected) =>
    expect(book.toBaseUnit(attribute, value, unit)).toBeCloseTo(expected, 8),
  );

  it('never takes milli for mega, and says null to what it does not know', () => {
    expect(book.toBaseUnit('power-output', 1, 'mW')).toBeNull();
    expect(book.toBaseUnit('water-output', 1, 'kW')).toBeNull();
    expect(book.toBaseUnit('water-output', 1, 'furlong')).toBeNull();
    expect(book.toBaseUnit('off-grid', 1)).toBeNull();
    expect(book.toBaseUnit('no-such', 1)).toBeNull();
    expect(book.fromBaseUnit('no-such', 1, 'kW')).toBeNull();
  });

  const pair = fc
    .constantFrom(...numeric.map((item) => item.code))
    .chain((code) =>
      fc.tuple(fc.constant(code), fc.constantFrom(...unitsOf(book.attribute(code)?.dimension ?? null).map((unit) => unit.code))),
    );
  const value = fc.double({ min: 0.001, max: 1e6, noNaN: true });

  it('brings every value back from its base unit', () => {
    fc.assert(
      fc.property(pair, value, ([code, unit], x) => {
        const there = book.toBaseUnit(code, x, unit) ?? NaN;
        const back = book.fromBaseUnit(code, there, unit) ?? NaN;
        // An offset of hundreds of degrees costs small values digits, hence the absolute part.
        expect(Math.abs(back - x)).toBeLessThanOrEqual(1e-8 * Math.max(x, 1));
      }),
    );
  });

  it('keeps the order of values', () => {
    fc.assert(
      fc.property(pair, value, value, ([code, unit], a, b) => {
        const [x, y] = [book.toBaseUnit(code, Math.min(a, b), unit) ?? NaN, book.toBaseUnit(code, Math.max(a, b), unit) ?? NaN];
        expect(x).toBeLessThanOrEqual(y);
      }),
    );
  });
});
