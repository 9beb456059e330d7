import { financingContent } from './financing.schemas.js';
import { QUALITIES, solutionContent } from './solution.schemas.js';
import { technologyContent } from './technology.schemas.js';

const faultsOf = (result: { success: boolean; error?: { issues: { path: PropertyKey[] }[] } }): string[] =>
  result.success ? [] : (result.error?.issues ?? []).map(({ path }) => path.join('.'));

describe('what a solution says', () => {
  const quality = (name: string) => ({ quality: name, statement: 'It does.', evidence: 'A study of 2024.' });

  it('are the eight qualities of the Academy, each once, with statement and evidence', () => {
    expect(QUALITIES).toHaveLength(8);
    expect(solutionContent.parse({ title: 'T', details: { qualities: QUALITIES.map(quality) } }).details.qualities).toHaveLength(8);
    expect(
      faultsOf(solutionContent.safeParse({ title: 'T', details: { qualities: [quality('ownership'), quality('ownership')] } })),
    ).toEqual(['details.qualities']);
    expect(faultsOf(solutionContent.safeParse({ title: 'T', details: { qualities: [quality('beauty')] } }))).toEqual([
      'details.qualities.0.quality',
    ]);
  });

  it('are its conditions, replications with outcome, and results with their kind of evidence', () => {
    const details = {
      conditions: 'A council that meets.',
      replications: [{ country: 'UG', year: 2023, outcome: 'Works in six villages.', contact: 'The council of Gulu' }],
      results: [{ indicator: 'Wells with water', baseline: 3, value: 9, evidence: 'external-evaluation' }],
    };
    expect(solutionContent.parse({ title: 'T', details }).details).toMatchObject(details);
  });
});

describe('what a technology says', () => {
  it('is how it compares, with "not known yet" for an answer, and its rights with patent classes', () => {
    const content = {
      title: 'T',
      codes: [{ scheme: 'ipc', code: 'C02F 1/44' }],
      details: {
        costComparison: { unit: 'm3', ours: 1, usual: 3, currency: 'USD', source: 'Own books' },
        ip: { status: 'granted', numbers: ['KE 123'], offices: ['ARIPO'], expires: '2031-01-01', owner: 'Jua' },
        usedIn: [{ country: 'KE', year: 2024, scale: '12 wells', contact: 'The county' }],
      },
    };
    expect(technologyContent.parse(content)).toMatchObject(content);
    expect(technologyContent.parse({ title: 'T', details: { costComparison: 'not-known-yet' } }).details.costComparison).toBe(
      'not-known-yet',
    );
    expect(faultsOf(technologyContent.safeParse({ title: 'T', details: { costComparison: 'cheap' } }))).toEqual(['details.costComparison']);
  });
});

describe('what financing says', () => {
  it('is who may apply, for how much, until when, and what the applicant brings', () => {
    const details = {
      applicants: ['government', 'ngo'],
      amount: { min: 10_000, max: 500_000, currency: 'USD' },
      total: 5_000_000,
      remaining: 1_200_000,
      matchingShare: { percentage: 20, inKindCounts: true },
      readinessFrom: 7,
      window: { opens: '2026-12-01', closes: '2027-02-28' },
    };
    expect(financingContent.parse({ title: 'T', countriesOffered: ['group:LDC'], details }).details).toMatchObject(details);
    const backwards = { window: { opens: '2027-02-28', closes: '2026-12-01' }, matchingShare: { percentage: 120, inKindCounts: false } };
    expect(faultsOf(financingContent.safeParse({ title: 'T', details: backwards })).sort()).toEqual([
      'details.matchingShare.percentage',
      'details.window.closes',
    ]);
  });
});
