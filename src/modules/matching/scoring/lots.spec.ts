import { aNeed, aTechnology, DAY, testEngine } from '../../../../test/support/factories/scoring.js';
import { partsOf } from './lots.js';
import { isEligible, scorePair } from './score-pair.js';

const must = (attribute: string, value: number) => ({ attribute, comparator: '>=' as const, value, must: true });
const lots = [
  { key: 'village', title: 'Village wells', requirements: [must('water-output', 10)] },
  { key: 'town', title: 'The town', requirements: [must('water-output', 500)] },
  { key: 'money', title: 'The money', kinds: ['financing' as const] },
];
const small = aTechnology({ specifications: [{ attribute: 'water-output', value: 20 }] });
const engine = testEngine();
const lotOf = (need: ReturnType<typeof aNeed>) =>
  scorePair(need, small, engine, DAY).warnings.find(({ key }) => key === 'warning.lot')?.params.lot;

describe('a need in lots', () => {
  it('is held against an offer lot by lot: the one it fits counts and is named', () => {
    const need = aNeed({ lots });
    expect(scorePair(need, small, engine, DAY)).toMatchObject({ eligible: true });
    expect(lotOf(need)).toBe('village');
    const whole = aNeed({ requirements: lots.flatMap(({ requirements = [] }) => requirements) });
    expect(isEligible(whole, small, engine, DAY)).toBe(false);
  });

  it('looks for nobody any more for a lot that has been filled', () => {
    const need = aNeed({ lots }, { filledLots: ['village'] });
    expect(partsOf(need).map(({ lot }) => lot)).toEqual(['town', 'money']);
    expect(isEligible(need, small, engine, DAY)).toBe(false);
    expect(scorePair(need, small, engine, DAY).eligible).toBe(false);
  });

  it('keeps for each lot what holds for the whole', () => {
    const need = aNeed({ lots, requirements: [must('water-output', 50)] });
    expect(isEligible(need, small, engine, DAY)).toBe(false);
    expect(partsOf(need)[0]?.need.content.requirements).toHaveLength(2);
    expect(partsOf(need)[2]?.need.content.kinds).toEqual(['financing']);
  });

  it('is whole without lots', () => {
    const need = aNeed();
    expect(partsOf(need)).toEqual([{ lot: null, need }]);
    expect(lotOf(need)).toBeUndefined();
  });
});
