import { parse } from 'csv-parse/sync';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findScheme, NAME_LANGUAGES } from './schemes.js';
import type { CodeItem, CurrencyRate, GroupMember, TaxonomyData } from './taxonomy-data.js';

const DIRECTORY = fileURLToPath(new URL('./data/', import.meta.url));
const MEMBERS = 'country-group-member.csv';
const RATES = 'currency-rate.csv';

type Row = Readonly<Record<string, string>>;

const orNull = (value: string | undefined): string | null => value || null;
const ITEM_COLUMNS: ReadonlySet<string> = new Set(['scheme', 'code', 'parent', 'from', 'to', 'status', ...NAME_LANGUAGES]);

const filled = (row: Row, keep: (column: string) => boolean): Record<string, string> =>
  Object.fromEntries(Object.entries(row).filter(([column, value]) => value !== '' && keep(column)));

function item(row: Row, fileScheme: string): CodeItem {
  const scheme = row.scheme ?? fileScheme;
  const definition = findScheme(scheme);
  if (!definition || !row.code) throw new Error(`code list data: "${scheme}" is not a scheme, or a row has no code`);
  return {
    scheme,
    code: row.code,
    parent: orNull(row.parent),
    from: orNull(row.from),
    to: orNull(row.to),
    status: row.status === 'withdrawn' ? 'withdrawn' : 'active',
    names: filled(row, (column) => (NAME_LANGUAGES as readonly string[]).includes(column)),
    extra: filled(row, (column) => !ITEM_COLUMNS.has(column)),
    source: definition.source,
  };
}

const member = (row: Row): GroupMember => ({
  group: row.group ?? '',
  country: row.country ?? '',
  from: orNull(row.from),
  to: orNull(row.to),
  source: row.source ?? '',
});

const rate = (row: Row): CurrencyRate => ({
  currency: row.currency ?? '',
  from: row.from ?? '',
  usdPerUnit: Number(row.usdPerUnit),
  source: row.source ?? '',
});

export interface DataFiles {
  readonly data: TaxonomyData;
  /** Fingerprint of the files, by which the loader sees that there is nothing new. */
  readonly hash: string;
}

/**
 * Reads the lists shipped with the project. One file a scheme (`crs.csv`), or several schemes with a `scheme` column (`lists-*.csv`);
 * columns that are neither dates nor languages become `extra`.
 */
export function readDataFiles(directory = DIRECTORY): DataFiles {
  const hash = createHash('sha256');
  const rowsOf = new Map<string, Row[]>();
  const files = readdirSync(directory).filter((name) => name.endsWith('.csv'));
  for (const name of files.sort()) {
    const content = readFileSync(join(directory, name));
    hash.update(name).update(content);
    rowsOf.set(name, parse<Row>(content, { columns: true, bom: true }));
  }
  const lists = [...rowsOf].filter(([name]) => name !== MEMBERS && name !== RATES);
  const data = {
    items: lists.flatMap(([name, rows]) => rows.map((row) => item(row, name.replace('.csv', '')))),
    members: (rowsOf.get(MEMBERS) ?? []).map(member),
    rates: (rowsOf.get(RATES) ?? []).map(rate),
  };
  return { data, hash: hash.digest('hex') };
}
