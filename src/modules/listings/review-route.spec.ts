import fc from 'fast-check';
import { globalReasons, isSampled, type ReviewPolicy, type RouteFacts } from './review-route.js';

const policy: ReviewPolicy = { samplePercent: 0, financingAbove: { amount: 1_000_000, currency: 'USD' }, healthSectors: ['12'] };
const convert = (amount: number, from: string, to: string): number | null => (from === to ? amount : from === 'EUR' ? amount * 1.25 : null);
const facts = (change: Partial<RouteFacts> = {}): RouteFacts => ({
  listingId: '6f1d8f2e-5f0e-4d8f-9f0a-0a0b0c0d0e0f',
  kind: 'technology',
  codes: [{ scheme: 'crs', code: '14030' }],
  dualUse: false,
  largestTicket: null,
  held: false,
  enteredByOfficer: false,
  ...change,
});
const reasons = (change: Partial<RouteFacts>, more: Partial<ReviewPolicy> = {}) =>
  globalReasons(facts(change), { ...policy, ...more }, convert);
const financing = (amount: number, currency: string) => ({ kind: 'financing' as const, largestTicket: { amount, currency } });

describe('what goes before the global desk after the centre', () => {
  it.each([
    ['nothing of note', {}, []],
    ['what may serve military ends', { dualUse: true }, ['dual-use']],
    ['a health product', { codes: [{ scheme: 'crs' as const, code: '12262' }] }, ['health-product']],
    ['a health need', { kind: 'need' as const, codes: [{ scheme: 'crs' as const, code: '12262' }] }, []],
    ['an owner on hold', { held: true }, ['screening-hold']],
    ['what an officer of the centre entered', { enteredByOfficer: true }, ['entered-by-officer']],
    ['financing up to the sum', financing(1_000_000, 'USD'), []],
    ['financing above it', financing(1_000_001, 'USD'), ['financing-above']],
    ['financing above it in another currency', financing(900_000, 'EUR'), ['financing-above']],
    ['financing in a currency without a rate', financing(1, 'XOF'), ['financing-above']],
    ['financing open at the top', { kind: 'financing' as const }, ['financing-above']],
    ['several of these', { dualUse: true, held: true }, ['dual-use', 'screening-hold']],
  ])('%s', (_, change, expected) => expect(reasons(change)).toEqual(expected));

  it('and a sample of the rest, the same every time', () => {
    expect(reasons({}, { samplePercent: 100 })).toEqual(['sampled']);
    expect(reasons({ dualUse: true }, { samplePercent: 100 })).toEqual(['dual-use']);
    fc.assert(
      fc.property(fc.uuid(), fc.nat(100), fc.nat(100), (id, a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        expect(isSampled(id, less)).toBe(isSampled(id, less));
        if (isSampled(id, less)) expect(isSampled(id, more)).toBe(true);
      }),
    );
    const ids = fc.sample(fc.uuid(), { numRuns: 5_000, seed: 7 });
    const share = new Set(ids.filter((id) => isSampled(id, 10))).size / new Set(ids).size;
    expect(share).toBeGreaterThan(0.08);
    expect(share).toBeLessThan(0.12);
  });
});
