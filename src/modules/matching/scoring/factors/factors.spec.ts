import { aFinancing, aNeed, aSolution, aTechnology, DAY, testEngine } from '../../../../../test/support/factories/scoring.js';
import { scorePair } from '../score-pair.js';
import type { FactorKey, PublishedNeed, PublishedOffer } from '../scoring.types.js';

const engine = testEngine();
const factorOf = (key: FactorKey, need: PublishedNeed, offer: PublishedOffer, day = DAY) =>
  scorePair(need, offer, engine, day).factors.find((factor) => factor.key === key)!;
const value = (...args: Parameters<typeof factorOf>) => factorOf(...args).value;
const crs = (...codes: string[]) => ({ codes: codes.map((code, i) => ({ scheme: 'crs' as const, code, ...(i === 0 && { main: true }) })) });
const sdg = (...codes: string[]) => ({
  codes: codes.map((code) => ({ scheme: code.includes('.') ? ('sdg-target' as const) : ('sdg-goal' as const), code })),
});

describe('sector', () => {
  it.each([
    ['14030', 1, 'same'],
    ['14020', 0.6, 'category'],
    ['12230', 0.3, 'group'],
    ['31140', 0, 'other'],
  ])('a need in %s... against an offer in 14030 or 12220', (asked, expected, word) => {
    const offer = aTechnology(crs(asked.startsWith('12') ? '12110' : '14030'));
    const found = factorOf('sector', aNeed(crs(asked)), offer);
    expect([found.value, found.reason.key]).toEqual([expected, `factor.sector.${word}`]);
  });
  it('weighs the main sector three times', () => {
    expect(value('sector', aNeed(crs('14030', '31140')), aTechnology(crs('14030')))).toBe(0.75);
  });
  it('lets a broad code and "any" of a financier cover what lies below', () => {
    expect(value('sector', aNeed(crs('14030')), aFinancing(crs('140')))).toBe(1);
    expect(value('sector', aNeed(crs('14030')), aTechnology(crs('140')))).toBe(0.6);
    expect(value('sector', aNeed(crs('14030')), aFinancing({ details: { sectors: 'any' } }))).toBe(0.7);
  });
  it('counts five sectors of an offer, the main one first', () => {
    const many = ['14010', '14015', '14020', '14021', '14022', '31140'];
    expect(value('sector', aNeed(crs('31140')), aTechnology(crs(...many)))).toBe(0);
    expect(value('sector', aNeed(crs('31140')), aTechnology(crs('31140', ...many)))).toBe(1);
  });
  it('is left out or not stated', () => {
    expect(value('sector', aNeed(), aTechnology(crs('14030')))).toBeNull();
    expect(value('sector', aNeed(crs('14030')), aTechnology())).toBe(0.2);
  });
});

describe('sdg', () => {
  it.each([
    [['6.1'], ['6.1'], 1],
    [['6.1'], ['6.4'], 0.4],
    [['6.1'], ['6'], 0.4],
    [['6'], ['6.4'], 1],
    [['6.1', '13'], ['6.1'], 0.5],
    [['6.1', '6'], ['6.1'], 1],
    [['6.1'], ['1'], 0],
    [['6.1'], [], 0.2],
    [[], ['6.1'], null],
  ])('asked %j, offered %j: %s', (asked, offered, expected) => {
    expect(value('sdg', aNeed(sdg(...asked)), aTechnology(sdg(...offered)))).toBe(expected);
  });
});

describe('text', () => {
  it('is left out where no language is shared, else best where the words are', () => {
    const need = aNeed({ title: 'Solar pump for gardens' });
    expect(value('text', need, aTechnology({ title: 'Pompe solaire' }, { language: 'fr' }))).toBeNull();
    const near = value('text', need, aTechnology({ title: 'Solar pumps' }))!;
    const far = value('text', need, aTechnology({ title: 'School meals' }));
    expect(near).toBeGreaterThan(0.5);
    expect(far).toBe(0);
    expect(
      value('text', need, aTechnology({ title: 'Pompe', texts: [{ language: 'en', title: 'Solar pumps' }] }, { language: 'fr' })),
    ).toBe(near);
  });
  it('is never lowered by writing more', () => {
    const need = aNeed({ title: 'Solar pump for gardens' });
    const short = value('text', need, aTechnology({ title: 'Solar pumps' }));
    const long = value('text', need, aTechnology({ title: 'Solar pumps', description: 'Something else altogether. '.repeat(100) }));
    expect(long).toBe(short);
  });
});

describe('setting', () => {
  const need = aNeed({ country: 'MZ', languages: ['pt'] });
  it('is best where it was put to use before, in a shared language', () => {
    const used = { details: { usedIn: [{ country: 'MZ' }] } };
    expect(value('setting', need, aTechnology({ ...used, languages: ['pt'] }))).toBe(1);
    expect(value('setting', need, aTechnology({ ...used, languages: ['en'] }))).toBeCloseTo(0.7);
    expect(value('setting', need, aTechnology({ ...used, languages: ['en'], interpreter: true }))).toBeCloseTo(0.85);
  });
  it('knows region, income and geography', () => {
    // Tanzania: same finest region, next income level, on the coast as well; Uruguay: none but the coast.
    const from = (country: string) => value('setting', need, aTechnology({ languages: [] }, { owner: { country } }))!;
    expect(from('TZ')).toBeCloseTo(0.7 * (0.5 + 0.1 + 0.3));
    expect(from('UY')).toBeCloseTo(0.7 * 0.3);
    expect(from('MW')).toBeCloseTo(0.7 * (0.5 + 0.2));
  });
  it('takes the countries a financier names', () => {
    const fund = (countriesOffered: string[]) =>
      value('setting', need, aFinancing({ countriesOffered, languages: ['pt'] }, { owner: { country: 'QA' } }));
    expect(fund(['MZ'])).toBe(1);
    expect(fund(['group:LDC'])).toBeCloseTo(0.7 * 0.8 + 0.3);
  });
});

describe('maturity', () => {
  it('grows with readiness, evidence and use', () => {
    const technology = (details: object) => value('maturity', aNeed(), aTechnology({ details }));
    expect(technology({})).toBe(0.2);
    expect(technology({ readiness: 9 })).toBeCloseTo(0.6);
    expect(technology({ readiness: 1 })).toBe(0.2);
    expect(technology({ readiness: 9, usedIn: [{ country: 'KE' }] })).toBeCloseTo(0.8);
    expect(value('maturity', aNeed({ details: { readinessFrom: 6 } }), aTechnology({ details: { readiness: 6 } }))).toBeCloseTo(0.6);
    const solution = (details: object) => value('maturity', aNeed(), aSolution({ details }));
    expect(solution({})).toBe(0.2);
    expect(solution({ results: [{ indicator: 'x', evidence: 'external-evaluation' }] })).toBeCloseTo(0.6);
    expect(
      solution({ results: [{ indicator: 'x' }], replications: [{ country: 'KE' }, { country: 'TZ' }, { country: 'UG' }] }),
    ).toBeCloseTo(0.64);
    const fund = (details: object) => value('maturity', aNeed(), aFinancing({ details }));
    expect(fund({})).toBe(0.2);
    expect(fund({ remaining: 1, decisionBody: 'Board', noDocuments: true, instrument: '110' })).toBeCloseTo(1);
  });
});

describe('cooperation', () => {
  const need = aNeed({ details: { cooperation: ['sale', 'training'] }, ownContribution: { percentage: 10, inKind: true } });
  it('counts forms in common, for solutions only the forms a solution can have', () => {
    expect(value('cooperation', need, aTechnology({ details: { cooperation: ['sale', 'training'] } }))).toBe(1);
    expect(value('cooperation', need, aTechnology({ details: { cooperation: ['sale'] } }))).toBeCloseTo(0.8);
    expect(value('cooperation', need, aTechnology({ details: { cooperation: ['licence'] } }))).toBe(0);
    expect(value('cooperation', need, aTechnology())).toBe(0.2);
    expect(value('cooperation', need, aSolution({ details: { support: ['training'] } }))).toBe(1);
    expect(value('cooperation', aNeed({ details: { cooperation: ['sale'] } }), aSolution())).toBeNull();
  });
  it('holds what the seeker brings against the share asked for', () => {
    const fund = (percentage: number, inKindCounts: boolean) =>
      value('cooperation', need, aFinancing({ details: { matchingShare: { percentage, inKindCounts } } }));
    expect(fund(10, true)).toBe(1);
    expect(fund(20, true)).toBeCloseTo(0.35);
    expect(fund(10, false)).toBeCloseTo(0.35);
    expect(fund(0, false)).toBe(1);
    expect(value('cooperation', need, aFinancing())).toBe(0.2);
    expect(value('cooperation', aNeed(), aFinancing())).toBeNull();
  });
});

describe('timing', () => {
  const need = aNeed({ neededBy: '2027-01-23' });
  it('falls with the days late', () => {
    const weeks = (deliveryWeeks: number) => value('timing', need, aTechnology({ details: { deliveryWeeks } }));
    expect(weeks(8)).toBe(1);
    expect(weeks(21)).toBeCloseTo(1 - (0.8 * 87) / 180, 3);
    expect(weeks(200)).toBe(0.2);
    expect(value('timing', need, aTechnology())).toBe(0.2);
    expect(value('timing', aNeed({ neededBy: 'no-date' }), aTechnology({ details: { deliveryWeeks: 1 } }))).toBeNull();
    expect(value('timing', need, aSolution({ details: { monthsToResults: 2 } }))).toBe(1);
    expect(value('timing', need, aFinancing({ details: { window: 'always-open' } }))).toBe(1);
  });
  it('looks at what is left in a fund', () => {
    const sought = aNeed({ neededBy: 'no-date', fundingSought: { amount: 100, currency: 'USD' } });
    const left = (remaining?: number) =>
      value('timing', sought, aFinancing({ details: { amount: { max: 500, currency: 'USD' }, remaining } }));
    expect([left(100), left(50), left()]).toEqual([1, expect.closeTo(0.35), 0.2]);
  });
});

describe('freshness', () => {
  const on = (day: string) => value('freshness', aNeed(), aTechnology(), day);
  it('is full for thirty days and gone after a year', () => {
    expect([on('2026-11-02'), on('2026-12-02'), on('2027-11-02')]).toEqual([1, 1, 0]);
    expect(on('2026-12-03')).toBeCloseTo(1 - 1 / 335, 3);
    expect(on('2026-10-01')).toBe(1);
  });
  it('begins anew when the owner confirms', () => {
    const offer = aTechnology({}, { assuredAt: new Date('2027-06-01T00:00:00Z') });
    expect(value('freshness', aNeed(), offer, '2027-06-20')).toBe(1);
  });
});
