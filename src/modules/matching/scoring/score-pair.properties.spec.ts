import * as fc from 'fast-check';
import { aFinancing, aNeed, aSolution, aTechnology, DAY, testEngine } from '../../../../test/support/factories/scoring.js';
import { rankNeed } from './rank-need.js';
import { isEligible, scorePair } from './score-pair.js';
import type { PublishedNeed, PublishedOffer } from './scoring.types.js';
import { sharePoints } from './share-points.js';
import { NOT_STATED } from './weights.js';

const WORDS = ['solar', 'pump', 'water', 'clinic', 'school', 'garden', 'dryer', 'credit', 'training', 'village'];
const phrase = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
const someOf = <T>(...values: T[]) => fc.subarray(values);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const codes = fc
  .tuple(someOf('14030', '14031', '31140', '12220', '23220'), someOf('6.1', '6.4', '2.3'), someOf('6', '13'))
  .map(([crs, targets, goals]) => [
    ...crs.map((code, i) => ({ scheme: 'crs' as const, code, main: i === 0 })),
    ...targets.map((code) => ({ scheme: 'sdg-target' as const, code })),
    ...goals.map((code) => ({ scheme: 'sdg-goal' as const, code })),
  ]);
const places = someOf('KE', 'MZ', 'UY', 'group:LDC', 'region:014', 'group:NOSUCH');
const language = fc.constantFrom('en', 'fr');
const shared = {
  title: phrase,
  teaser: maybe(phrase),
  description: maybe(phrase),
  codes,
  languages: someOf('en', 'fr', 'pt'),
  interpreter: maybe(fc.boolean()),
  countriesRefused: places,
};
const offered = {
  ...shared,
  countriesOffered: places,
  specifications: fc.array(
    fc.record({ attribute: fc.constantFrom('water-output', 'people-served', 'interest-rate'), value: fc.integer({ min: 1, max: 100 }) }),
    { maxLength: 3 },
  ),
};
const country = fc.constantFrom('KE', 'MZ', 'UY');
const uses = fc.array(fc.record({ country }), { maxLength: 3 });
const facts = fc.record({ language, owner: fc.record({ country, level: fc.constantFrom('basic', 'verified') }) });

const technology = fc
  .tuple(
    fc.record({
      ...offered,
      details: fc.record({
        readiness: maybe(fc.integer({ min: 1, max: 9 })),
        usedIn: uses,
        cooperation: someOf('sale' as const, 'training' as const),
        deliveryWeeks: maybe(fc.nat(100)),
      }),
    }),
    facts,
  )
  .map(([content, fact]): PublishedOffer => aTechnology(content, fact));
const evidence = fc.constantFrom('own-monitoring' as const, 'study' as const, undefined);
const solution = fc
  .tuple(
    fc.record({
      ...offered,
      details: fc.record({
        results: fc.array(fc.record({ indicator: phrase, evidence }), { maxLength: 2 }),
        replications: uses,
        support: someOf('training' as const, 'mission' as const),
      }),
    }),
    facts,
  )
  .map(([content, fact]): PublishedOffer => aSolution(content, fact));
const money = fc.record({ amount: fc.nat(1_000), currency: fc.constantFrom('USD', 'EUR', 'KES') });
const financing = fc
  .tuple(
    fc.record({
      ...offered,
      details: fc.record({
        amount: maybe(money.map(({ amount, currency }) => ({ max: amount, currency }))),
        remaining: maybe(fc.nat(1_000)),
        matchingShare: maybe(fc.record({ percentage: fc.nat(50), inKindCounts: fc.boolean() })),
        instrument: fc.constantFrom('110', '421', undefined),
        window: fc.constantFrom('always-open' as const, undefined),
      }),
    }),
    facts,
  )
  .map(([content, fact]): PublishedOffer => aFinancing(content, fact));
const anOffer = fc.oneof(technology, solution, financing);
const need = fc
  .tuple(
    fc.record({
      ...shared,
      country,
      countriesPreferred: places,
      requirements: fc.array(
        fc.record({
          attribute: fc.constantFrom('water-output', 'people-served', 'interest-rate'),
          comparator: fc.constantFrom('>=' as const, '<=' as const),
          value: fc.integer({ min: 1, max: 100 }),
          must: fc.boolean(),
        }),
        { maxLength: 3 },
      ),
      fundingSought: maybe(money),
      ownContribution: maybe(fc.record({ percentage: fc.nat(50), inKind: fc.boolean() })),
      neededBy: fc.constantFrom('2027-03-01', 'no-date' as const, undefined),
      details: fc.record({
        cooperation: someOf('sale' as const, 'training' as const, 'donation' as const),
        readinessFrom: maybe(fc.integer({ min: 1, max: 9 })),
      }),
    }),
    facts,
  )
  .map(([content, fact]): PublishedNeed => aNeed(content, fact));

const engine = testEngine();
const score = (n: PublishedNeed, o: PublishedOffer) => scorePair(n, o, engine, DAY);

describe('scorePair', () => {
  it('is a whole number from 0 to 10000, the sum of its points, and depends on its inputs alone', () => {
    fc.assert(
      fc.property(need, anOffer, (n, o) => {
        const result = score(n, o);
        expect(Number.isInteger(result.score)).toBe(true);
        expect(result.score).toBeGreaterThanOrEqual(0);
        expect(result.score).toBeLessThanOrEqual(10_000);
        expect(result.factors.reduce((sum, factor) => sum + factor.points, 0)).toBe(result.score);
        for (const { value, points } of result.factors) {
          if (value === null) expect(points).toBe(0);
          else expect(value >= 0 && value <= 1).toBe(true);
        }
        expect(scorePair(structuredClone(n), structuredClone(o), engine, DAY)).toEqual(result);
        expect(isEligible(n, o, engine, DAY)).toBe(result.eligible);
        expect(result.eligible).toBe(!result.rules.some((rule) => rule.passed === false));
      }),
    );
  });

  it('never gains by blanking a field of the offer, unless the true value was below "not stated"', () => {
    fc.assert(
      fc.property(need, anOffer, fc.nat(), (n, o, pick) => {
        const blanked = blankings(o);
        const other = blanked[pick % blanked.length]!;
        const [before, after] = [score(n, o), score(n, other)];
        after.factors.forEach(({ key, value }, i) => {
          const was = before.factors[i]!.value;
          if (was === null || value === null) expect([key, value]).toEqual([key, was]);
          else expect(value).toBeLessThanOrEqual(Math.max(was, NOT_STATED) + 1e-9);
        });
        if (before.factors.every(({ value }) => value === null || value >= NOT_STATED))
          expect(after.score).toBeLessThanOrEqual(before.score);
      }),
      { numRuns: 300 },
    );
  });

  it('fails no rule for what is not known', () => {
    fc.assert(
      fc.property(need, fc.oneof(technology, solution), (n, o) => {
        const bare = {
          ...o,
          content: { ...o.content, specifications: [], languages: [], countriesOffered: [], countriesRefused: [] },
        } as PublishedOffer;
        const failed = score(n, bare)
          .rules.filter((rule) => rule.passed === false)
          .map((rule) => rule.reason.key);
        const known = ['rule.countries.not-preferred', 'rule.countries.refused-by-need', 'rule.requirements.readiness'];
        expect(failed.filter((key) => !known.includes(key))).toEqual([]);
      }),
    );
  });

  it('treats the countries of both sides alike', () => {
    fc.assert(
      fc.property(country, country, places, places, (here, there, wanted, refused) => {
        const verdict = (n: PublishedNeed, o: PublishedOffer) => score(n, o).rules.find((rule) => rule.key === 'countries')?.passed;
        const mine = verdict(
          aNeed({ country: here }),
          aTechnology({ countriesOffered: wanted, countriesRefused: refused }, { owner: { country: there } }),
        );
        const theirs = verdict(
          aNeed({ country: there, countriesPreferred: wanted, countriesRefused: refused }),
          aTechnology({}, { owner: { country: here } }),
        );
        expect(mine).toBe(theirs);
      }),
    );
  });
});

describe('rankNeed', () => {
  it('scores each pair by itself: other offers change nothing', () => {
    fc.assert(
      fc.property(need, fc.array(anOffer, { maxLength: 6 }), anOffer, (n, offers, another) => {
        const pick = (list: PublishedOffer[]) =>
          Object.values(rankNeed(n, list, engine, DAY))
            .flat()
            .filter((pair) => pair.offer !== another)
            .map((pair) => [pair.offer.id, pair.result.score]);
        expect(pick([another, ...offers])).toEqual(pick(offers));
      }),
      { numRuns: 50 },
    );
  });

  it('keeps the order of offers when the need leaves a factor open', () => {
    fc.assert(
      fc.property(need, technology, technology, (n, a, b) => {
        const open = { ...n, content: { ...n.content, requirements: [] } };
        const twin = (o: PublishedOffer) => ({ ...o, content: { ...o.content, specifications: [] } }) as PublishedOffer;
        // Both silent on what is asked: the factor is the same for both, so leaving it out moves neither past the other.
        const [asked, left] = [[a, b].map((o) => score(n, twin(o))), [a, b].map((o) => score(open, twin(o)))];
        const textOf = (r: ReturnType<typeof score>) => r.factors.find((f) => f.key === 'text')?.value;
        fc.pre((textOf(asked[0]!) === null) === (textOf(asked[1]!) === null));
        const difference = Math.sign(asked[0]!.score - asked[1]!.score) * Math.sign(left[0]!.score - left[1]!.score);
        expect(difference).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

it('shares points so that they sum to the rounded total', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.double({ min: 0, max: 3_000, noNaN: true })), { maxLength: 9 }), (parts) => {
      const { total, points } = sharePoints(parts);
      expect(points.reduce((sum, point) => sum + point, 0)).toBe(total);
      points.forEach((point, i) => expect(Math.abs(point - (parts[i] ?? 0))).toBeLessThanOrEqual(1));
    }),
  );
});

/** The offer with each of its optional fields blanked in turn. */
function blankings(offer: PublishedOffer): PublishedOffer[] {
  const content = offer.content as unknown as Record<string, unknown>;
  const details = content.details as Record<string, unknown>;
  const blank = (value: unknown) => (Array.isArray(value) ? [] : undefined);
  const top = Object.keys(content).filter((key) => !['title', 'texts', 'details', 'countriesRefused'].includes(key));
  return [
    ...top.map((key) => ({ ...content, [key]: blank(content[key]) })),
    ...Object.keys(details).map((key) => ({ ...content, details: { ...details, [key]: blank(details[key]) } })),
  ].map((changed) => ({ ...offer, content: changed }) as unknown as PublishedOffer);
}
