import type { Row } from './rows.js';

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
      const twice = record.find((name, at) => name !== '' && record.indexOf(name) !== at);
      if (twice === undefined) continue;
      yield { line, fault: `The header names the column "${twice}" twice: nothing was read.` };
      return;
    }
    if (record.length > header.length) yield { line, fault: `This row has ${record.length} cells, the header ${header.length}.` };
    else yield { line, cells: Object.fromEntries(record.map((cell, at) => [header?.[at] ?? '', cell])) };
  }
  if (!header) yield { line: 1, fault: 'This file is empty: its first row names the columns.' };
}
