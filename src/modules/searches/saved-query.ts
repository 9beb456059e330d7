import { invalid } from '../../kernel/errors.js';
import { faultsOf, remedy } from '../../platform/http/faults.js';
import { searchQuery, type SearchParameters } from '../catalogue/index.js';

const PAGING = ['limit', 'after'];

/** A query as it is kept: its parameters in one order, without those of a page. */
export function kept(query: string): string {
  const given = [...new URLSearchParams(query.replace(/^\?/, ''))].filter(([name]) => !PAGING.includes(name));
  return new URLSearchParams(given.sort(([a], [b]) => (a < b ? -1 : 1))).toString();
}

/** @throws DomainError `request.invalid` (400) for what a search would refuse, each fault under `query`. */
export function parsed(query: string): SearchParameters {
  const result = searchQuery.safeParse(Object.fromEntries(new URLSearchParams(query)), { error: remedy, reportInput: true });
  if (result.success) return result.data;
  throw invalid(faultsOf(result.error.issues).map((fault) => ({ ...fault, path: `query.${fault.path}` })));
}
