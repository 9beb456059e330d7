import fc from 'fast-check';
import { likeness } from './likeness.js';

const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 8 });

describe('likeness of two texts', () => {
  it('is what both say over what either says', () => {
    expect(likeness(['pump', 'sun'], ['pump', 'wind'])).toBeCloseTo(1 / 3);
    expect(likeness(['pump', 'pump'], ['pump'])).toBe(0.5);
    expect(likeness(['pump'], ['mill'])).toBe(0);
    expect(likeness([], [])).toBe(0);
  });

  it('is the same both ways, 1 for the same words in any order, and never more', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        expect(likeness(a, b)).toBe(likeness(b, a));
        expect(likeness(a, [...a].reverse())).toBe(1);
        expect(likeness(a, b)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
