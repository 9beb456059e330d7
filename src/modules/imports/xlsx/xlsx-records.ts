import type { TableRecord } from '../table-records.js';
import { cellText, type WrittenCell } from './cell-text.js';
import { WorkbookPackage } from './package.js';
import { type Workbook, workbookOf } from './workbook.js';

const COLUMNS_MAX = 500;
const ROWS_MAX = 1_048_576;

/** Rows of the first sheet that one can see, as far as they hold anything. Streams: an open sheet may be large. */
export async function* xlsxRecords(file: string, most?: number): AsyncGenerator<TableRecord> {
  let line = 1;
  let parts: WorkbookPackage | undefined;
  try {
    parts = await WorkbookPackage.open(file, most);
    const workbook = await workbookOf(parts);
    const sheet = new SheetReader(workbook);
    for await (const _ of parts.read(workbook.sheet, sheet))
      for (const record of sheet.taken()) {
        line = record.line + 1;
        yield record;
      }
  } catch (error) {
    yield { line, fault: `From here on the workbook cannot be read: ${(error as Error).message}` };
  } finally {
    parts?.close();
  }
}

/** Hears the elements of a sheet, and makes rows of them. */
class SheetReader {
  private rows: TableRecord[] = [];
  private line = 0;
  private cells: string[] = [];
  private fault: string | null = null;
  private column = -1;
  private cell: WrittenCell = { type: '', text: '', format: 'plain' };
  private readonly inside: string[] = [];

  constructor(private readonly workbook: Workbook) {}

  taken(): TableRecord[] {
    const rows = this.rows;
    this.rows = [];
    return rows;
  }

  open = (name: string, { r = '', t = '', s = '' }: Record<string, string>): void => {
    this.inside.push(name);
    if (name === 'row') {
      const said = Number(r);
      // Rows stand in order; one that says otherwise is counted on from the last.
      this.line = Number.isInteger(said) && said > this.line && said <= ROWS_MAX ? said : this.line + 1;
      [this.cells, this.fault, this.column] = [[], null, -1];
    }
    if (name !== 'c') return;
    this.column = columnOf(r) ?? this.column + 1;
    this.cell = { type: t, text: '', format: this.workbook.formats[Number(s || 0)] ?? 'plain' };
  };

  text = (piece: string): void => {
    const at = this.inside.at(-1);
    if (at === 'v' || (at === 't' && this.inside.includes('is') && !this.inside.includes('rPh'))) this.cell.text += piece;
  };

  close = (name: string): void => {
    this.inside.pop();
    if (name === 'c') this.take();
    if (name !== 'row') return;
    if (this.fault !== null) this.rows.push({ line: this.line, fault: this.fault });
    else if (this.cells.length > 0) this.rows.push({ line: this.line, record: Array.from(this.cells, (text = '') => text) });
  };

  private take(): void {
    const { type, text } = this.cell;
    const shown = (type === 's' ? (this.workbook.texts[Number(text)] ?? '') : cellText(this.cell, this.workbook.calendar)).trim();
    if (shown === '') return;
    if (type === 'e') this.fault = `A cell of this row shows the error ${shown}: mend its formula.`;
    else if (this.column >= COLUMNS_MAX) this.fault = `A table has at most ${COLUMNS_MAX} columns: this row has a cell beyond them.`;
    else this.cells[this.column] = shown;
  }
}

/** Place of a cell such as `AB12` in its row; null where it is not told. */
function columnOf(reference: string): number | null {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(reference)?.[0];
  return letters === undefined ? null : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
