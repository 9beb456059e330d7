import type { CountryFlow } from '../../modules/matching/index.js';
import type { CodeBook } from '../../modules/taxonomy/index.js';

/** A count below this could point at somebody: it is not shown, nor added to anything that is. */
export const LEAST_SHOWN = 3;

export interface Flow {
  from: string;
  to: string;
  count: number;
}
type Counted = 'pairs' | 'introductions';

const largestFirst = (a: Flow, b: Flow): number => b.count - a.count || (a.from + a.to < b.from + b.to ? -1 : 1);

/** Flows between countries that are large enough to be shown, largest first. */
export const shownFlows = (flows: readonly CountryFlow[], counted: Counted): Flow[] =>
  flows
    .map((flow) => ({ from: flow.from, to: flow.to, count: flow[counted] }))
    .filter(({ count }) => count >= LEAST_SHOWN)
    .sort(largestFirst);

/** The continent that a flow from a country is coloured by. */
export const continents =
  (book: CodeBook) =>
  (country: string): string =>
    book.country(country)?.region ?? '';

/** The region a country is told under: the sub-region of M49, such as `202` for Sub-Saharan Africa. */
const regionOf = (book: CodeBook, country: string): string | null => book.country(country)?.subregion ?? null;

/** The same between regions. Small counts of countries may make a large one of regions; only that one is shown. */
export function regionFlows(flows: readonly CountryFlow[], counted: Counted, book: CodeBook): Flow[] {
  const sums = new Map<string, Flow>();
  for (const flow of flows) {
    const [from, to] = [regionOf(book, flow.from), regionOf(book, flow.to)];
    if (from === null || to === null) continue;
    const sum = sums.get(`${from} ${to}`) ?? { from, to, count: 0 };
    sums.set(`${from} ${to}`, { ...sum, count: sum.count + flow[counted] });
  }
  return [...sums.values()].filter(({ count }) => count >= LEAST_SHOWN).sort(largestFirst);
}
