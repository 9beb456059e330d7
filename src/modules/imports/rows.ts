import { parse } from 'csv-parse';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Row } from './row.js';
import { type TableRecord, tableRows } from './table-records.js';
import { xlsxRecords } from './xlsx/xlsx-records.js';

export type { Row };

/** CSV, XLSX and JSONL by the file's ending; text in UTF-8 with or without byte order mark, `,` `;` or tab between cells. Streams: a file may be large. */
export async function* rowsOf(file: string): AsyncGenerator<Row> {
  if (/\.(jsonl|ndjson)$/i.test(file)) yield* jsonRows(file);
  else if (/\.xlsx$/i.test(file)) yield* tableRows(xlsxRecords(file));
  else yield* tableRows(csvRecords(file, await delimiterOf(file)));
}

async function* jsonRows(file: string): AsyncGenerator<Row> {
  let line = 0;
  let rows = 0;
  for await (const raw of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
    line++;
    const text = line === 1 ? raw.replace(/^\ufeff/, '') : raw;
    if (text.trim() === '') continue;
    rows++;
    try {
      yield { line, body: JSON.parse(text) as unknown };
    } catch {
      yield { line, fault: 'This line is not JSON.' };
    }
  }
  if (rows === 0) yield { line: 1, fault: 'This file is empty: each line is a JSON object.' };
}

interface Parsed {
  record: string[];
  info: { lines: number };
}

async function* csvRecords(file: string, delimiter: string): AsyncGenerator<TableRecord> {
  const parser = createReadStream(file).pipe(
    parse({ bom: true, delimiter, info: true, relax_column_count: true, skip_empty_lines: true, trim: true }),
  );
  let from = 1;
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      // `lines` counts the line breaks read so far; a quoted cell may hold some, so the row began after the last one's end.
      const line = from;
      from = info.lines + 1;
      yield { line, record };
    }
  } catch (error) {
    // A broken quote makes all that follows unreadable, so the reading ends here.
    yield { line: from, fault: `From here on the file cannot be read: ${(error as Error).message}` };
  }
}

/** The separator that the header line holds most of, outside quotes. */
async function delimiterOf(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(65_536), 0, 65_536, 0);
    const header = (buffer.toString('utf8', 0, bytesRead).split(/\r?\n/, 1)[0] ?? '').replace(/"[^"]*"/g, '');
    const count = (separator: string) => header.split(separator).length;
    return [',', ';', '\t'].reduce((best, separator) => (count(separator) > count(best) ? separator : best));
  } finally {
    await handle.close();
  }
}
