import { invalid } from '../../kernel/errors.js';
import { faultsOf, remedy } from '../../platform/http/faults.js';
import { hostileFaults } from '../../platform/http/index.js';
import { searchQuery, type SearchParameters } from '../catalogue/index.js';

const PAGING = ['limit', 'after'];

/** A query as it is kept: its parameters in one order, without those of a page. */
export function kept(query: string): string {
  const given = [...new URLSearchParams(query.replace(/^\?/, ''))].filter(([name]) => !PAGING.includes(name));
  return new URLSearchParams(given.sort(([a], [b]) => (a < b ? -1 : 1))).toString();
}

/** @throws DomainError `request.invalid` (400) for what a search would refuse, each fault under `query`. */
export function parsed(query: string): SearchParameters {
  const given = Object.fromEntries(new URLSearchParams(query));
  const result = searchQuery.safeParse(given, { error: remedy, reportInput: true });
  // What is written %00 in an address is seen only once it has been read.
  const faults = [...hostileFaults(given), ...(result.success ? [] : faultsOf(result.error.issues))];
  if (result.success && faults.length === 0) return result.data;
  throw invalid(faults.map((fault) => ({ ...fault, path: `query.${fault.path}` })));
}

/** Path of the page that shows what a kept query finds: needs have one of their own. */
export function pageOfSearch(query: string): string {
  const given = new URLSearchParams(query);
  const isOfNeeds = given.get('kind') === 'need';
  if (isOfNeeds) given.delete('kind');
  const rest = given.toString();
  return `${isOfNeeds ? '/needs' : '/offers'}${rest && `?${rest}`}`;
}
