import { brief } from './notation.js';
import type { Row } from './row.js';

const COLUMNS_MAX = 500;

/** The cells of one row in their order, or why it, and all that follows, cannot be read. */
export type TableRecord = { line: number; record: string[] } | { line: number; fault: string };

/** Rows of a table whose first row names the columns. A column without a name is left out, but a row may not go beyond the named ones. */
export async function* tableRows(records: AsyncIterable<TableRecord>): AsyncGenerator<Row> {
  let header: string[] | undefined;
  for await (const read of records) {
    if ('fault' in read) {
      yield read;
      if (!header) return;
      continue;
    }
    const { line, record } = read;
    if (!header) {
      header = record;
      const fault = headerFault(record);
      if (fault === null) continue;
      yield { line, fault };
      return;
    }
    if (record.length > header.length) yield { line, fault: `This row has ${record.length} cells, the header ${header.length}.` };
    else yield { line, cells: Object.fromEntries(record.map((cell, at) => [header?.[at] ?? '', cell])) };
  }
  if (!header) yield { line: 1, fault: 'This file is empty: its first row names the columns.' };
}

function headerFault(header: readonly string[]): string | null {
  if (header.length > COLUMNS_MAX)
    return `The header names ${header.length} columns, a table has at most ${COLUMNS_MAX}: nothing was read.`;
  const twice = header.find((name, at) => name !== '' && header.indexOf(name) !== at);
  return twice === undefined ? null : `The header names the column "${brief(twice)}" twice: nothing was read.`;
}
