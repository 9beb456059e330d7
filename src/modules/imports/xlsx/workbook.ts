import { type Calendar, type FigureFormat, formatOf } from './cell-text.js';
import { WorkbookFault, type WorkbookPackage } from './package.js';

/** What is to be known of a workbook before the cells of its first sheet can be read. */
export interface Workbook {
  /** Name of the part that holds the first sheet one can see. */
  sheet: string;
  calendar: Calendar;
  /** Texts that cells refer to by their place. */
  texts: readonly string[];
  /** Formats that cells refer to by their place. */
  formats: readonly FigureFormat[];
}

/** @throws WorkbookFault where it has no sheet. */
export async function workbookOf(parts: WorkbookPackage): Promise<Workbook> {
  const [main] = (await targets(parts, '')).values('officeDocument');
  if (main === undefined) throw new WorkbookFault('it is no workbook.');
  const related = await targets(parts, main);
  const sheets: { id: string; seen: boolean }[] = [];
  let calendar: Calendar = 1900;
  await parts.readAll(main, {
    open: (name, attributes) => {
      if (name === 'workbookPr' && /^(1|true)$/.test(attributes.date1904 ?? '')) calendar = 1904;
      if (name !== 'sheet') return;
      const [, id = ''] = Object.entries(attributes).find(([key]) => key.endsWith(':id')) ?? [];
      sheets.push({ id, seen: (attributes.state ?? 'visible') === 'visible' });
    },
  });
  const sheet = related.byId((sheets.find(({ seen }) => seen) ?? sheets[0])?.id ?? '');
  if (sheet === undefined) throw new WorkbookFault('it has no sheet.');
  const [texts] = related.values('sharedStrings');
  const [styles] = related.values('styles');
  return {
    sheet,
    calendar,
    texts: texts === undefined ? [] : await textsOf(parts, texts),
    formats: styles === undefined ? [] : await formatsOf(parts, styles),
  };
}

interface Targets {
  values(type: string): string[];
  byId(id: string): string | undefined;
}

/** The parts that a part refers to; those of the package itself for ''. */
async function targets(parts: WorkbookPackage, part: string): Promise<Targets> {
  const at = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, at);
  const all: { id: string; type: string; target: string }[] = [];
  await parts.readAll(`${folder}_rels/${part.slice(at)}.rels`, {
    open: (name, { Id = '', Type = '', Target = '' }) => {
      if (name !== 'Relationship') return;
      // Names inside a package are paths; only what it holds is ever opened.
      const target = new URL(Target, `file:///${folder}`).pathname.slice(1);
      all.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target: decodeURIComponent(target) });
    },
  });
  return {
    values: (type) => all.filter((one) => one.type === type).map(({ target }) => target),
    byId: (id) => all.find((one) => one.id === id)?.target,
  };
}

/** A text may be in pieces, each with a look of its own; readings of Japanese names beside them are left out. */
async function textsOf(parts: WorkbookPackage, part: string): Promise<string[]> {
  const texts: string[] = [];
  const inside: string[] = [];
  let text = '';
  await parts.readAll(part, {
    open: (name) => {
      inside.push(name);
      if (name === 'si') text = '';
    },
    text: (piece) => {
      if (inside.at(-1) === 't' && !inside.includes('rPh')) text += piece;
    },
    close: (name) => {
      inside.pop();
      if (name === 'si') texts.push(text);
    },
  });
  return texts;
}

async function formatsOf(parts: WorkbookPackage, part: string): Promise<FigureFormat[]> {
  const codes = new Map<number, string>();
  const formats: FigureFormat[] = [];
  let inCells = false;
  await parts.readAll(part, {
    open: (name, { numFmtId = '0', formatCode }) => {
      if (name === 'numFmt' && formatCode !== undefined) codes.set(Number(numFmtId), formatCode);
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) formats.push(formatOf(Number(numFmtId), codes.get(Number(numFmtId))));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats;
}
