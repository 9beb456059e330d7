import { Bitmap } from './growable.js';

/** Scores above 0 by number (of texts or rows), in one array: most numbers have none. */
export class Scores {
  private readonly values: Float64Array;
  private readonly scored = new Bitmap();

  /** @param size more than the highest number. */
  constructor(size: number) {
    this.values = new Float64Array(size);
  }

  /** The numbers that have a score. */
  get numbers(): Bitmap {
    return this.scored;
  }

  get(number: number): number {
    return this.values[number] ?? 0;
  }

  add(number: number, score: number): void {
    this.values[number]! += score;
    this.scored.add(number);
  }

  /** Keeps the higher of two scores. */
  raise(number: number, score: number): void {
    if (score <= this.get(number)) return;
    this.values[number] = score;
    this.scored.add(number);
  }

  /** The best, highest first; of equal ones the lower number. */
  best(count: number): number[] {
    const best: number[] = [];
    this.scored.forEach((number) => {
      const score = this.get(number);
      const last = best.at(-1);
      if (best.length === count && last !== undefined && this.get(last) >= score) return;
      let at = best.length;
      while (at > 0 && this.get(best[at - 1]!) < score) at--;
      best.splice(at, 0, number);
      best.length = Math.min(best.length, count);
    });
    return best;
  }
}
