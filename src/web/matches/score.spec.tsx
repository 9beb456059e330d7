import { renderToString } from 'preact-render-to-string';
import { Bar, effectiveWeights } from './score.js';
import { turnOf } from './turn.js';

describe('what a factor weighs in one pair', () => {
  it('shares the weight of what is left out, so that all make a hundred', () => {
    const weights = effectiveWeights([
      { weight: 22, value: 1 },
      { weight: 20, value: null },
      { weight: 18, value: 0 },
    ]);
    expect(weights.map((weight) => Math.round(weight * 100) / 100)).toEqual([55, 0, 45]);
  });

  it('is nothing where nothing counts', () => expect(effectiveWeights([{ weight: 22, value: null }])).toEqual([0]));
});

it.each([
  [-0.2, '0', 'low'],
  [0.4, '40', 'middle'],
  [1.3, '100', 'high'],
])('a bar of %d is %s wide', (share, width, grade) => {
  expect(renderToString(<Bar share={share} />)).toMatch(new RegExp(`part--${grade}" width="${width}"`));
});

describe('whose turn it is', () => {
  const wait = { because: null, since: '2026-11-01T00:00:00Z', until: '2026-12-01T00:00:00Z' };
  it.each([
    ['seeker', 'seeker', 'match.turn.you'],
    ['seeker', 'provider', 'match.turn.other'],
    ['seeker', null, 'match.turn.seeker'],
    ['administrators', 'seeker', 'match.turn.administrators'],
  ] as const)('%s, told to %s', (who, side, key) => {
    expect(turnOf({ waitsFor: { ...wait, who }, side })?.key).toBe(key);
  });

  it('is somebody’s whose papers are to be checked', () => {
    expect(turnOf({ waitsFor: { ...wait, who: 'provider', because: 'verification' }, side: 'provider' })?.key).toBe(
      'match.turn.verify-you',
    );
  });

  it('is nobody’s for a suggestion', () => expect(turnOf({ waitsFor: null, side: 'seeker' })).toBeNull());
});
