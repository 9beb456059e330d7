import { Formats } from '../i18n/formats.js';
import { type ComparedOffer, factsOf, readinessStage } from './comparison.js';

const reader = {
  t: (key: string) => key,
  name: (scheme: string, code: string) => `${scheme}:${code}`,
  format: new Formats('en', 'UTC'),
} as Parameters<typeof factsOf>[1];

const offer: ComparedOffer = { id: '1', kind: 'technology', reference: 'TO-KE-2026-000001', title: 'Pump', language: 'en', country: 'KE' };

it('says what is known, and nothing of what is not', () => {
  const facts = factsOf(
    {
      ...offer,
      codes: [
        { scheme: 'crs', code: '14031' },
        { scheme: 'sdg-target', code: '6.1' },
        { scheme: 'sdg-target', code: '6.4' },
      ],
      details: {
        readiness: 9,
        usedIn: [{ country: 'TZ' }, { country: 'TZ' }],
        terms: { price: { min: 20000, max: 60000, currency: 'USD' } },
      },
    },
    reader,
  );
  expect(facts).toMatchObject({
    country: 'country:KE',
    owner: null,
    sectors: 'crs:14031',
    goals: 'sdg-goal:6',
    readiness: 'readiness-stage.regular',
    usedIn: 'country:TZ',
    languages: null,
    assured: null,
  });
  expect(facts.price).toMatch(/^USD\s20,000 – USD\s60,000$/);
});

it.each([
  [1, 'idea'],
  [2, 'idea'],
  [3, 'laboratory'],
  [5, 'laboratory'],
  [6, 'use'],
  [8, 'use'],
  [9, 'regular'],
])('level %i is "%s"', (level, stage) => expect(readinessStage(level)).toBe(stage));
