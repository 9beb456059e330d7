/**
 * How much two texts are the same, 0 to 1: the weighted Jaccard coefficient of their terms (what both say, over what either says, repeats
 * counted). Two empty texts are not alike.
 */
export function likeness(a: readonly string[], b: readonly string[]): number {
  const [left, right] = [countsOf(a), countsOf(b)];
  let [both, either] = [0, 0];
  for (const term of new Set([...left.keys(), ...right.keys()])) {
    const [l, r] = [left.get(term) ?? 0, right.get(term) ?? 0];
    both += Math.min(l, r);
    either += Math.max(l, r);
  }
  return either === 0 ? 0 : both / either;
}

function countsOf(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
