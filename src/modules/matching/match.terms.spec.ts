import { termsDigest } from './match.terms.js';

const technology = {
  title: 'Solar pump',
  countriesOffered: ['KE', 'TZ'],
  countriesRefused: [],
  specifications: [{ attribute: 'flow', value: 40 }],
  details: { cooperation: ['sale', 'licence'], terms: { price: { min: 100, currency: 'USD' } }, advantage: 'cheap' },
};

describe('the terms a yes is given to', () => {
  const before = termsDigest('technology', technology);

  it('stay the same when words or the order of lists change', () => {
    const after = {
      details: { advantage: 'very cheap', terms: { price: { currency: 'USD', min: 100, max: undefined } }, cooperation: ['licence', 'sale'] },
      specifications: [{ value: 40, attribute: 'flow' }],
      countriesRefused: [],
      countriesOffered: ['TZ', 'KE'],
      title: 'Solar water pump',
    };
    expect(termsDigest('technology', after)).toBe(before);
  });

  it.each([
    ['price', { details: { ...technology.details, terms: { price: { min: 120, currency: 'USD' } } } }],
    ['cooperation', { details: { ...technology.details, cooperation: ['sale'] } }],
    ['countries', { countriesOffered: ['KE'] }],
    ['what it can do', { specifications: [{ attribute: 'flow', value: 30 }] }],
  ])('change with the %s', (_, change) => {
    expect(termsDigest('technology', { ...technology, ...change })).not.toBe(before);
  });

  it('of a need are its budget, requirements, countries and kinds', () => {
    const need = { kinds: ['technology'], country: 'KE', budget: 'not-known', requirements: [], title: 'Water' };
    expect(termsDigest('need', { ...need, title: 'Clean water' })).toBe(termsDigest('need', need));
    for (const change of [{ kinds: ['solution'] }, { budget: { max: 5, currency: 'USD' } }, { requirements: [{ attribute: 'flow', comparator: '>=', value: 4, must: true }] }])
      expect(termsDigest('need', { ...need, ...change })).not.toBe(termsDigest('need', need));
  });

  it('are known for every kind, and only for kinds', () => {
    expect(() => termsDigest('song', {})).toThrow('song');
    expect(new Set(['need', 'technology', 'solution', 'financing'].map((kind) => termsDigest(kind, {}))).size).toBe(4);
  });
});
