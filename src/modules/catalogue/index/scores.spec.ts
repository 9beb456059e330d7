import fc from 'fast-check';
import { Scores } from './scores.js';

describe('scores by number', () => {
  it('add up, keep the higher where they are raised, and are 0 where none was given', () => {
    const scores = new Scores(4);
    scores.add(1, 2);
    scores.add(1, 3);
    scores.raise(1, 4);
    scores.raise(2, 1);
    scores.raise(3, 0);
    expect([0, 1, 2, 3, 9].map((number) => scores.get(number))).toEqual([0, 5, 1, 0, 0]);
    expect([...scores.numbers]).toEqual([1, 2]);
  });

  it('name the best as sorting all would', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 40 }), fc.integer({ min: 1, max: 10 }), (given, count) => {
        const scores = new Scores(given.length);
        given.forEach((score, number) => scores.raise(number, score));
        const sorted = given.flatMap((score, number) => (score > 0 ? [number] : [])).sort((a, b) => given[b]! - given[a]! || a - b);
        expect(scores.best(count)).toEqual(sorted.slice(0, count));
      }),
    );
  });
});
