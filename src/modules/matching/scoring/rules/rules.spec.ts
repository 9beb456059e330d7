import { aFinancing, aNeed, aSolution, aTechnology, DAY, testEngine } from '../../../../../test/support/factories/scoring.js';
import { scorePair } from '../score-pair.js';
import type { PublishedNeed, PublishedOffer, RuleKey } from '../scoring.types.js';

const engine = testEngine();
const verdict = (key: RuleKey, need: PublishedNeed, offer: PublishedOffer, day = DAY) => {
  const rule = scorePair(need, offer, engine, day).rules.find((one) => one.key === key);
  return [rule?.passed, rule?.reason.key.replace(`rule.${key}.`, '')];
};

describe('open', () => {
  const until = (day: string) => ({ expiresAt: new Date(`${day}T12:00:00Z`) });
  it('holds through the day of expiry', () => {
    expect(verdict('open', aNeed(), aTechnology({}, until(DAY)))).toEqual([true, 'both-open']);
    expect(verdict('open', aNeed(), aTechnology({}, until('2026-11-23')))).toEqual([false, 'offer-expired']);
    expect(verdict('open', aNeed({}, until('2026-11-23')), aTechnology())).toEqual([false, 'need-expired']);
  });
  it('ends for money on the day after its window closes', () => {
    const closing = (closes: string) => aFinancing({ details: { window: { closes } } });
    expect(verdict('open', aNeed(), closing(DAY))).toEqual([true, 'both-open']);
    expect(verdict('open', aNeed(), closing('2026-11-23'))).toEqual([false, 'window-closed']);
    expect(verdict('open', aNeed(), aFinancing({ details: { window: 'always-open' } }))).toEqual([true, 'both-open']);
  });
});

describe('kind, level, organization', () => {
  it('keeps to the kinds asked for', () => {
    expect(verdict('kind', aNeed({ kinds: ['solution'] }), aSolution())).toEqual([true, 'wanted']);
    expect(verdict('kind', aNeed({ kinds: ['solution'] }), aTechnology())).toEqual([false, 'not-wanted']);
  });
  it('asks more of those who offer money', () => {
    const at = (level: string) => ({ owner: { level } });
    expect(verdict('level', aNeed(), aTechnology({}, at('basic')))[0]).toBe(true);
    expect(verdict('level', aNeed(), aTechnology({}, at('registered')))[0]).toBe(false);
    expect(verdict('level', aNeed(), aFinancing({}, at('documents_submitted')))[0]).toBe(false);
    expect(verdict('level', aNeed(), aFinancing({}, at('verified')))[0]).toBe(true);
    expect(verdict('level', aNeed({}, at('registered')), aTechnology())[0]).toBe(false);
    expect(verdict('level', aNeed({}, at('something new')), aTechnology())[0]).toBeNull();
  });
  it('matches nobody with itself', () => {
    const owner = { owner: { id: 'one' } };
    expect(verdict('organization', aNeed({}, owner), aTechnology({}, owner))).toEqual([false, 'same']);
  });
});

describe('countries', () => {
  // The need is in Mozambique (LDC), the offer comes from Kenya.
  it.each([
    [{}, {}, true, 'suit'],
    [{ countriesOffered: ['group:LDC'] }, {}, true, 'suit'],
    [{ countriesOffered: ['KE', 'TZ'] }, {}, false, 'not-offered'],
    [{ countriesOffered: ['region:202'] }, {}, true, 'suit'],
    [{ countriesRefused: ['MZ'] }, {}, false, 'refused-by-offer'],
    [{ countriesOffered: ['group:LDC'], countriesRefused: ['MZ'] }, {}, false, 'refused-by-offer'],
    [{}, { countriesPreferred: ['group:LDC'] }, false, 'not-preferred'],
    [{}, { countriesPreferred: ['KE'] }, true, 'suit'],
    [{}, { countriesRefused: ['region:014'] }, false, 'refused-by-need'],
    [{ countriesOffered: ['group:NOSUCH'] }, {}, null, 'not-known'],
    [{}, { countriesPreferred: ['group:NOSUCH'] }, null, 'not-known'],
  ])('offer %j, need %j: %s', (offer, need, passed, word) => {
    expect(verdict('countries', aNeed(need), aTechnology(offer))).toEqual([passed, word]);
  });

  it('reads groups as of the day', () => {
    // Sao Tome and Principe left the least developed countries in December 2024.
    const need = aNeed({ country: 'ST' });
    const offer = aTechnology({ countriesOffered: ['group:LDC'] });
    expect(verdict('countries', need, offer, '2024-11-30')[0]).toBe(true);
    expect(verdict('countries', need, offer, '2025-01-01')[0]).toBe(false);
  });
});

describe('money', () => {
  const ticket = (amount: { min?: number; max?: number; currency: string }) => aFinancing({ details: { amount } });
  const sought = (amount: number, currency = 'USD') => aNeed({ fundingSought: { amount, currency } });
  it.each([
    [100, true],
    [200, true],
    [99.99, false],
    [200.01, false],
  ])('a ticket of 100 to 200 and %d sought: %s', (amount, passed) => {
    expect(verdict('money', sought(amount), ticket({ min: 100, max: 200, currency: 'USD' }))[0]).toBe(passed);
  });
  it('changes currencies by the dated rates, and checks nothing without one', () => {
    expect(verdict('money', sought(80, 'EUR'), ticket({ max: 100, currency: 'USD' }))[0]).toBe(true);
    expect(verdict('money', sought(80.01, 'EUR'), ticket({ max: 100, currency: 'USD' }))[0]).toBe(false);
    expect(verdict('money', sought(1_000_000, 'KES'), ticket({ max: 1, currency: 'USD' }))).toEqual([null, 'no-rate']);
  });
  it('takes a budget for the sum where none is stated, only against the smallest ticket', () => {
    const budget = (max: number) => aNeed({ budget: { max, currency: 'USD' } });
    expect(verdict('money', budget(99), ticket({ min: 100, currency: 'USD' }))).toEqual([false, 'below-ticket']);
    expect(verdict('money', budget(5_000), ticket({ min: 100, max: 200, currency: 'USD' }))).toEqual([null, 'sum-not-stated']);
    expect(verdict('money', aNeed({ budget: 'not-known' }), ticket({ min: 100, currency: 'USD' }))).toEqual([null, 'not-stated']);
  });
  it('holds the lowest price of a technology against the budget', () => {
    const priced = (min: number) => aTechnology({ details: { terms: { price: { min, currency: 'EUR' } } } });
    const need = aNeed({ budget: { max: 125, currency: 'USD' } });
    expect(verdict('money', need, priced(101))).toEqual([false, 'above-budget']);
    // Within the budget and not stated look the same: the price is not for everybody's eyes.
    expect(verdict('money', need, priced(100))).toEqual([null, 'price-to-confirm']);
    expect(verdict('money', need, aTechnology())).toEqual([null, 'price-to-confirm']);
    expect(verdict('money', need, aSolution())[0]).toBe(true);
  });
});

describe('exclusions', () => {
  const fund = aFinancing({ details: { applicants: ['ngo'] } });
  it.each([
    ['22', true],
    ['10', false],
    ['70', false],
    ['90', null],
  ])('a fund for associations and an organization of type %s: %s', (type, passed) => {
    expect(verdict('exclusions', aNeed({}, { owner: { type } }), fund)[0]).toBe(passed);
  });
  it('leaves activities excluded in words to be confirmed', () => {
    expect(
      verdict(
        'exclusions',
        aNeed({}, { owner: { type: '22' } }),
        aFinancing({ details: { applicants: ['ngo'], excludedActivities: ['Tobacco'] } }),
      ),
    ).toEqual([null, 'activities']);
  });
});

describe('language', () => {
  const need = (interpreter?: boolean) => aNeed({ languages: ['pt'], interpreter });
  const offer = (interpreter?: boolean) => aTechnology({ languages: ['en'], interpreter });
  it('fails only where a side works without interpreter', () => {
    expect(verdict('language', need(), offer())).toEqual([true, 'interpreter-possible']);
    expect(verdict('language', need(false), offer(true))).toEqual([false, 'no-interpreter']);
    expect(verdict('language', need(), offer(false))).toEqual([false, 'no-interpreter']);
    expect(verdict('language', need(false), aTechnology({ languages: ['pt-BR'] }))).toEqual([true, 'shared']);
    expect(verdict('language', need(false), aTechnology({ languages: [] }))).toEqual([null, 'not-stated']);
  });
  it('warns where an interpreter is due', () => {
    const warned = (n: PublishedNeed) => scorePair(n, offer(), engine, DAY).warnings.map((warning) => warning.key);
    expect(warned(need())).toContain('warning.interpreter-needed');
    expect(warned(aNeed({ languages: ['en'] }))).not.toContain('warning.interpreter-needed');
  });
});
