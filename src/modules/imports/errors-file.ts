import { createWriteStream, rmSync } from 'node:fs';
import { once } from 'node:events';
import type { RowFault } from './row-reader.js';

/** `FILE.errors.csv`: line, column and reason of every fault. Written as they come; absent when there is none. */
export class ErrorsFile {
  private stream: ReturnType<typeof createWriteStream> | undefined;

  constructor(readonly path: string) {
    rmSync(path, { force: true });
  }

  async write(faults: readonly RowFault[]): Promise<void> {
    if (faults.length === 0) return;
    this.stream ??= this.open();
    const rows = faults.map(({ line, column, reason }) => [String(line), column, reason].map(cell).join(','));
    if (!this.stream.write(`${rows.join('\r\n')}\r\n`)) await once(this.stream, 'drain');
  }

  async close(): Promise<void> {
    if (!this.stream) return;
    this.stream.end();
    await once(this.stream, 'finish');
  }

  private open() {
    const stream = createWriteStream(this.path);
    stream.write('\ufeffline,column,reason\r\n');
    return stream;
  }
}

/** Quoted; a cell that a spreadsheet would take for a formula begins with an apostrophe. */
export const cell = (text: string): string => `"${(/^[=+\-@\t\r＝＋－＠]/u.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
