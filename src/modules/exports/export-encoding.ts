import { stringify } from 'csv-stringify/sync';

export const EXPORT_FORMATS = ['csv', 'jsonl'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
export const MEDIA_TYPES: Record<ExportFormat, string> = { csv: 'text/csv', jsonl: 'application/jsonl' };

export type Cell = string | number | boolean | null | undefined;

/** A column of a table: its name, and what a row has there. */
export interface ExportColumn {
  readonly name: string;
  readonly cell: (row: Record<string, unknown>) => Cell;
}

// Spreadsheets take a file for UTF-8 only when it begins with it.
const BYTE_ORDER_MARK = '\ufeff';

/**
 * Rows as pieces of a file: JSON Lines with each row whole, or CSV (RFC 4180) with these columns, in which a spreadsheet runs no cell as a formula
 * (a text that begins like one gets an apostrophe before it).
 */
export async function* encoded(
  rows: AsyncIterable<Record<string, unknown>>,
  format: ExportFormat,
  columns: readonly ExportColumn[],
): AsyncGenerator<string> {
  if (format === 'csv') yield BYTE_ORDER_MARK + line(columns.map(({ name }) => name));
  for await (const row of rows) yield format === 'csv' ? line(columns.map(({ cell }) => cell(row))) : `${JSON.stringify(row)}\n`;
}

const line = (cells: readonly Cell[]): string =>
  stringify([cells.map((cell) => cell ?? '')], {
    escape_formulas: true,
    record_delimiter: '\r\n',
    cast: { boolean: (value) => (value ? 'true' : 'false') },
  });
