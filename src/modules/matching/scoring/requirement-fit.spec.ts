import { aFinancing, aNeed, aSolution, aTechnology, DAY, testEngine } from '../../../../test/support/factories/scoring.js';
import { fitOf, requirementsFor } from './requirement-fit.js';
import { scorePair } from './score-pair.js';

const engine = testEngine();
const { book } = engine;
const asked = (comparator: '>=' | '<=' | '=', value: number | boolean, unit?: string) => ({
  attribute: 'water-output',
  comparator,
  value,
  must: true,
  unit,
});
const stated = (content: { value?: number | boolean; min?: number; max?: number; unit?: string }) => [
  { attribute: 'water-output', ...content },
];

describe('fitOf', () => {
  it.each([
    ['>=', 50, { value: 50 }, true],
    ['>=', 50, { value: 49.6 }, true],
    ['>=', 50, { value: 49 }, false],
    ['>=', 50, { min: 10, max: 60 }, true],
    ['>=', 50, { min: 10, max: 40 }, false],
    ['>=', 50, { min: 60 }, true],
    ['>=', 50, { min: 10 }, null],
    ['<=', 50, { min: 40, max: 60 }, true],
    ['<=', 50, { min: 60 }, false],
    ['<=', 50, { max: 40 }, true],
    ['<=', 50, { max: 60 }, null],
    ['=', 50, { value: 50.4 }, true],
    ['=', 50, { value: 51 }, false],
    ['=', 50, { min: 10, max: 60 }, true],
    ['=', 50, { min: 60 }, false],
    ['=', 50, { max: 60 }, null],
  ] as const)('asked %s %d, stated %j: met %s', (comparator, value, specification, met) => {
    expect(fitOf(asked(comparator, value), stated(specification), book)?.met ?? null).toBe(met);
  });

  it('compares in the base unit', () => {
    expect(fitOf(asked('>=', 24, 'm3/d'), stated({ value: 1, unit: 'm3/h' }), book)?.met).toBe(true);
    expect(fitOf(asked('>=', 25, 'm3/d'), stated({ value: 1, unit: 'm3/h' }), book)?.met).toBe(false);
    expect(fitOf(asked('>=', 1, 'm3/d'), stated({ value: 9, unit: 'kg' }), book)).toBeNull();
  });

  it('compares what is not in the list of attributes only without units', () => {
    const requirement = { attribute: 'rooms', comparator: '>=' as const, value: 3, must: true };
    expect(fitOf(requirement, [{ attribute: 'rooms', value: 4 }], book)?.met).toBe(true);
    expect(fitOf(requirement, [{ attribute: 'rooms', value: 4, unit: 'dozen' }], book)).toBeNull();
  });

  it('takes the best of several statements', () => {
    expect(fitOf(asked('>=', 50), [...stated({ value: 10 }), ...stated({ value: 70 })], book)?.met).toBe(true);
  });
});

it('asks terms of money of financiers and nothing else of them', () => {
  const requirements = [asked('>=', 1), { attribute: 'interest-rate', comparator: '<=' as const, value: 5, must: true }];
  expect(requirementsFor('financing', requirements, book).map((one) => one.attribute)).toEqual(['interest-rate']);
  expect(requirementsFor('solution', requirements, book).map((one) => one.attribute)).toEqual(['water-output']);
});

describe('rule and factor', () => {
  const need = aNeed({
    requirements: [
      { attribute: 'water-output', comparator: '>=', value: 60, must: true },
      { attribute: 'off-grid', comparator: '=', value: true, must: false },
    ],
  });
  const of = (specifications: { attribute: string; value: number | boolean }[]) => {
    const { rules, factors } = scorePair(need, aTechnology({ specifications }), engine, DAY);
    return { passed: rules.find((r) => r.key === 'requirements')?.passed, value: factors.find((f) => f.key === 'requirements')?.value };
  };
  it('weighs must-haves double, counts silence 0.2 and a near miss between', () => {
    expect(
      of([
        { attribute: 'water-output', value: 60 },
        { attribute: 'off-grid', value: true },
      ]),
    ).toEqual({ passed: true, value: 1 });
    expect(of([{ attribute: 'water-output', value: 60 }])).toEqual({ passed: true, value: expect.closeTo((2 + 0.2) / 3, 3) });
    expect(of([{ attribute: 'off-grid', value: true }])).toEqual({ passed: null, value: expect.closeTo((0.4 + 1) / 3, 3) });
    expect(of([{ attribute: 'water-output', value: 30 }])).toEqual({ passed: false, value: expect.closeTo((2 * 0.35 + 0.2) / 3, 3) });
    expect(of([])).toEqual({ passed: null, value: 0.2 });
  });
  it('takes the lowest readiness a need accepts for a must-have of technologies', () => {
    const ready = aNeed({ details: { readinessFrom: 7 } });
    const passed = (offer: Parameters<typeof scorePair>[1]) =>
      scorePair(ready, offer, engine, DAY).rules.find((r) => r.key === 'requirements')?.passed;
    expect(passed(aTechnology({ details: { readiness: 7 } }))).toBe(true);
    expect(passed(aTechnology({ details: { readiness: 6 } }))).toBe(false);
    expect(passed(aTechnology())).toBeNull();
    expect(passed(aSolution())).toBe(true);
    expect(passed(aFinancing())).toBe(true);
  });
});
