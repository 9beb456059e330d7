import { CodeBook, type Scheme, type TaxonomyData } from '../../taxonomy/index.js';

/** Lists that a score reads; a new cooperation form or reason code changes no score. */
const READ_BY_SCORES: ReadonlySet<string> = new Set<Scheme>([
  'country',
  'region',
  'group',
  'crs-group',
  'crs-category',
  'crs',
  'sdg-goal',
  'sdg-target',
  'attribute',
  'unit',
]);

/** What of the code lists belongs to an engine version: codes, trees, dates, units and rates, without the names. */
export const frozenLists = ({ data }: CodeBook): TaxonomyData => ({
  items: data.items.filter((item) => READ_BY_SCORES.has(item.scheme)).map((item) => ({ ...item, names: {}, source: '' })),
  members: data.members.map((member) => ({ ...member, source: '' })),
  rates: data.rates.map((rate) => ({ ...rate, source: '' })),
});

const frozen = new WeakMap<CodeBook, CodeBook>();

/** The same book as a score sees it; its version changes only with what a score can read. */
export function frozenBook(book: CodeBook): CodeBook {
  let known = frozen.get(book);
  if (!known) frozen.set(book, (known = CodeBook.fromData(frozenLists(book))));
  return known;
}
