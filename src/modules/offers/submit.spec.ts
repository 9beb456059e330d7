import { missingFields } from '../listings/index.js';
import { needContent, needSubmit } from '../seekers/need.schemas.js';
import { financingContent, financingSubmit } from './financing.schemas.js';
import { solutionContent, solutionSubmit } from './solution.schemas.js';
import { technologyContent, technologySubmit } from './technology.schemas.js';

const codes = (...list: [scheme: string, code: string, main?: boolean][]) => list.map(([scheme, code, main]) => ({ scheme, code, main }));
const paths = (faults: { path: string }[]): string[] => faults.map(({ path }) => path);
const technology = (fields: object = {}) => paths(missingFields(technologyContent.parse({ title: 'x', ...fields }), technologySubmit));
const solution = (fields: object = {}) => paths(missingFields(solutionContent.parse({ title: 'x', ...fields }), solutionSubmit));
const financing = (fields: object = {}) => paths(missingFields(financingContent.parse({ title: 'x', ...fields }), financingSubmit));
const need = (fields: object = {}) => paths(missingFields(needContent.parse({ title: 'x', ...fields }), needSubmit));

describe('what submit asks for', () => {
  it('names every field of an empty listing', () => {
    expect(technology()).toEqual([
      'description',
      'details.advantage',
      'details.costComparison',
      'codes',
      'codes',
      'details.readiness',
      'details.cooperation',
      'details.ip.status',
      'languages',
      'details.dualUse',
    ]);
    expect(solution()).toEqual([
      'details.challenge',
      'details.approach',
      'details.results',
      'details.conditions',
      'details.support',
      'codes',
      'codes',
      'languages',
    ]);
    expect(financing()).toEqual([
      'details.instrument',
      'details.amount',
      'countriesOffered',
      'details.applicants',
      'details.sectors',
      'details.window',
      'details.documentsAsked',
      'languages',
    ]);
    expect(need()).toEqual(['details.problem', 'country', 'codes', 'kinds', 'neededBy', 'budget', 'languages']);
  });

  it('takes "not known yet", "not sure" and false for answers', () => {
    const details = { costComparison: 'not-known-yet', ip: { status: 'not-sure' }, dualUse: false };
    expect(technology({ details })).not.toEqual(expect.arrayContaining(['details.costComparison', 'details.ip.status', 'details.dualUse']));
    const open = { window: 'always-open', sectors: 'any', noDocuments: true };
    expect(financing({ details: open })).toEqual([
      'details.instrument',
      'details.amount',
      'countriesOffered',
      'details.applicants',
      'languages',
    ]);
    expect(need({ neededBy: 'no-date', budget: 'not-known', description: 'x' })).toEqual(['country', 'codes', 'kinds', 'languages']);
  });

  it.each([
    ['one sector', codes(['crs', '14030']), false],
    ['two without a main one', codes(['crs', '14030'], ['crs', '14020']), true],
    ['two with a main one', codes(['crs', '14030', true], ['crs', '14020']), false],
    ['two main ones', codes(['crs', '14030', true], ['crs', '14020', true]), true],
  ])('wants one main sector: %s', (_, list, missing) => expect(need({ codes: list }).includes('codes')).toBe(missing));

  it.each([
    ['a goal', codes(['sdg-goal', '6']), false],
    ['a target', codes(['sdg-target', '6.1']), false],
    ['three goals', codes(['sdg-goal', '1'], ['sdg-goal', '2'], ['sdg-goal', '3']), false],
    ['four goals', codes(['sdg-goal', '1'], ['sdg-goal', '2'], ['sdg-goal', '3'], ['sdg-goal', '4']), true],
    ['six targets', codes(...['1.1', '1.2', '1.3', '1.4', '1.5', '1.a'].map((code): [string, string] => ['sdg-target', code])), true],
  ])('wants a goal and not all of them: %s', (_, list, missing) =>
    expect(solution({ codes: [...list, { scheme: 'crs', code: '14030' }] }).includes('codes')).toBe(missing),
  );
});

describe('shapes that contradict themselves', () => {
  const faultsOf = (details: object, schema: typeof technologyContent | typeof financingContent) =>
    schema.safeParse({ title: 'x', details }).error?.issues.map(({ path }) => path.join('.'));

  it('are refused with the place of the contradiction', () => {
    expect(faultsOf({ terms: { price: { min: 5, max: 1, currency: 'USD' } } }, technologyContent)).toEqual(['details.terms.price.max']);
    expect(faultsOf({ amount: { currency: 'USD' } }, financingContent)).toEqual(['details.amount.max']);
    const window = { opens: '2027-02-01', closes: '2027-01-01' };
    expect(financingContent.safeParse({ title: 'x', details: { window } }).success).toBe(false);
    expect(faultsOf({ amount: { min: 10, max: 5, currency: 'USD' } }, financingContent)).toEqual(['details.amount.max']);
  });
});
