/**
 * Whole points that sum to the rounded total: each part rounded down, the rest to the largest remainders (then to the earlier part).
 * @param parts each at least 0; nulls get 0.
 */
export function sharePoints(parts: readonly (number | null)[]): { total: number; points: number[] } {
  const exact = parts.map((part) => part ?? 0);
  const total = Math.round(exact.reduce((sum, part) => sum + part, 0));
  const points = exact.map(Math.floor);
  let rest = total - points.reduce((sum, part) => sum + part, 0);
  const byRemainder = exact
    .map((part, i) => ({ i, remainder: part - Math.floor(part) }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  for (const { i } of byRemainder) {
    if (rest === 0) break;
    points[i]!++;
    rest--;
  }
  return { total, points };
}
