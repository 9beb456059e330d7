import type { ColumnMapping } from './import-run.entity.js';
import { brief } from './notation.js';
import type { RowFault } from './row-reader.js';
import type { Row } from './rows.js';

/** Column by which a desk says whose listing a row is. */
export const OWNER_COLUMN = 'organization';

/** A row with our names for its columns, and who it says its owner is. */
export interface NamedRow {
  row: Row;
  owner: string | null;
}

/** Puts our names in the place of the file's; a column that is left out, and the owner's, go. Of JSON, a column is a field of the object. */
export function named(row: Row, columns: ColumnMapping): NamedRow {
  if ('fault' in row) return { row, owner: null };
  if ('body' in row) {
    if (row.body === null || typeof row.body !== 'object' || Array.isArray(row.body)) return { row, owner: null };
    const { [OWNER_COLUMN]: owner, ...body } = renamed(row.body, columns);
    return { row: { line: row.line, body }, owner: typeof owner === 'string' ? owner : null };
  }
  const { [OWNER_COLUMN]: owner = null, ...cells } = renamed(row.cells, columns);
  return { row: { line: row.line, cells }, owner };
}

function renamed<Value>(row: Readonly<Record<string, Value>> | object, columns: ColumnMapping): Record<string, Value> {
  const ours = Object.entries(row as Record<string, Value>).flatMap(([name, value]): [string, Value][] => {
    const column = Object.hasOwn(columns, name) ? columns[name] : name;
    return column === null || column === undefined || column === '' ? [] : [[column, value]];
  });
  return Object.fromEntries(ours);
}

/** Faults name a column as the file does; a fault inside a cell (`codes.0.code`) names the cell. */
export function inTheirWords(faults: readonly RowFault[], columns: ColumnMapping): RowFault[] {
  const theirs = new Map(Object.entries(columns).flatMap(([name, column]) => (column === null ? [] : [[column, name] as const])));
  return faults.map((fault) => {
    const at = [...theirs.keys()].find((column) => fault.column === column || fault.column.startsWith(`${column}.`));
    return { ...fault, column: brief((at === undefined ? undefined : theirs.get(at)) ?? fault.column) };
  });
}

/** Two columns of the file that are said to be the same one of ours. */
export function doubled(columns: ColumnMapping): string | undefined {
  const ours = Object.values(columns).filter((column) => column !== null);
  return ours.find((column, at) => ours.indexOf(column) !== at);
}
