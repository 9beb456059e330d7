import { SaxesParser } from 'saxes';
import { type Entry, openPromise, type ZipFile } from 'yauzl';

/** What a person can mend about a workbook; anything else that goes wrong is said in the words of the library. */
export class WorkbookFault extends Error {}

export interface XmlHandlers {
  open?: (name: string, attributes: Record<string, string>) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
}

const PARTS_MAX = 5_000;
/** Of all that is read. A file of ten megabytes can unpack to a thousand times as much. */
const UNPACKED_MAX = 64 * 1_048_576;

/** The parts of a workbook by their names. Each is unpacked as it is read, and no more of all than the limit. */
export class WorkbookPackage {
  private unpacked = 0;

  private constructor(
    private readonly zip: ZipFile,
    private readonly parts: ReadonlyMap<string, Entry>,
    private readonly most: number,
  ) {}

  static async open(file: string, most = UNPACKED_MAX): Promise<WorkbookPackage> {
    const zip = await openPromise(file, { lazyEntries: true, autoClose: false });
    try {
      if (zip.entryCount > PARTS_MAX) throw new WorkbookFault('it has too many parts: copy the table to a new workbook.');
      const parts = new Map<string, Entry>();
      for await (const entry of zip.eachEntry()) parts.set(entry.fileName.toLowerCase(), entry);
      return new WorkbookPackage(zip, parts, most);
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  close(): void {
    this.zip.close();
  }

  /** Hands every element of a part to the handlers, and stops after each piece of it. A part that is not there has none. */
  async *read(name: string, handlers: XmlHandlers): AsyncGenerator<void> {
    const entry = this.parts.get(name.toLowerCase());
    if (!entry) return;
    const parser = new SaxesParser();
    const local = (tag: string): string => tag.slice(tag.indexOf(':') + 1);
    parser.on('opentag', ({ name: tag, attributes }) => handlers.open?.(local(tag), attributes));
    parser.on('closetag', ({ name: tag }) => handlers.close?.(local(tag)));
    parser.on('text', (text) => handlers.text?.(text));
    parser.on('cdata', (text) => handlers.text?.(text));
    const stream = await this.zip.openReadStreamPromise(entry);
    stream.setEncoding('utf8');
    for await (const piece of stream as AsyncIterable<string>) {
      this.unpacked += piece.length;
      if (this.unpacked > this.most) throw new WorkbookFault('it holds too much: divide the table, or copy it to a new workbook.');
      parser.write(piece);
      yield;
    }
    parser.close();
  }

  /** The same for a part that is small enough to be read at once. */
  async readAll(name: string, handlers: XmlHandlers): Promise<void> {
    for await (const _ of this.read(name, handlers));
  }
}
