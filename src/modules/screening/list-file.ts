import { parse } from 'csv-parse/sync';
import { invalid, type Fault } from '../../kernel/errors.js';
import type { ListedName } from './name-index.js';

const ALIASES = /[;|]/;
const MAX_FAULTS = 50;
const NAME_MAX = 500;

/**
 * Reads a list: CSV with the columns `name`, `aliases` (several between `;` or `|`) and `country` (two letters); the last two may be absent or empty.
 * @throws DomainError `request.invalid` with the row of every fault, 50 at most; a list with faults is not taken at all.
 */
export function readList(csv: string): Omit<ListedName, 'list'>[] {
  const rows = records(csv);
  if (rows.length === 0) throw invalid([{ path: 'csv', code: 'empty', message: 'There is no row below the header.' }]);
  const faults: Fault[] = [];
  const entries = rows.map(({ name = '', aliases = '', country = '' }, i) => {
    const at = `csv.${i + 2}`;
    if (name === '' || name.length > NAME_MAX)
      faults.push({ path: `${at}.name`, code: 'required', message: `Give a name of at most ${NAME_MAX} characters.` });
    if (country !== '' && !/^[A-Z]{2}$/.test(country))
      faults.push({ path: `${at}.country`, code: 'format', message: 'Give a two-letter country code such as "KE", or leave it empty.' });
    const others = aliases
      .split(ALIASES)
      .map((alias) => alias.trim())
      .filter(Boolean);
    return { names: [name, ...others], country: country === '' ? null : country };
  });
  if (faults.length > 0) throw invalid(faults.slice(0, MAX_FAULTS));
  return entries;
}

function records(csv: string): Record<string, string>[] {
  let header: string[] = [];
  const columns = (names: string[]): string[] => (header = names.map((name) => name.toLowerCase()));
  const rows = parsed(csv, columns);
  if (!header.includes('name'))
    throw invalid([{ path: 'csv', code: 'no-name', message: 'The first row names the columns: name, aliases, country.' }]);
  return rows;
}

function parsed(csv: string, columns: (names: string[]) => string[]): Record<string, string>[] {
  try {
    return parse(csv, { bom: true, columns, skip_empty_lines: true, trim: true, relax_column_count: true });
  } catch (error) {
    throw invalid([{ path: 'csv', code: 'unreadable', message: `This is not a CSV table: ${(error as Error).message}` }]);
  }
}
