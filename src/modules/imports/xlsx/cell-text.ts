/** How the figures of a cell are shown: as a day, in per cent, or as they are. */
export type FigureFormat = 'day' | 'percent' | 'plain';

export interface WrittenCell {
  /** The `t` of a cell: what its value is. */
  type: string;
  text: string;
  format: FigureFormat;
}

const DAY_MS = 86_400_000;
/** Day 0 of the two calendars spreadsheets count by. The first has a 29 February 1900 that never was, so its days before March are off by one. */
const EPOCHS = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) };
export type Calendar = keyof typeof EPOCHS;
/** 31 December 9999, the last that a spreadsheet knows. */
const LAST_DAY = 2_958_465;

const BUILT_IN_DAYS = (id: number): boolean => (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
const BUILT_IN_PERCENT = [9, 10];

/** @param code of a format that the workbook defines itself, such as `dd/mm/yyyy`; undefined for one that every spreadsheet knows by its number */
export function formatOf(id: number, code: string | undefined): FigureFormat {
  if (code === undefined) return BUILT_IN_DAYS(id) ? 'day' : BUILT_IN_PERCENT.includes(id) ? 'percent' : 'plain';
  const marks = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '');
  if (/[yd]/i.test(marks)) return 'day';
  return marks.includes('%') ? 'percent' : 'plain';
}

/** A cell as its author would have typed it into a CSV table: plain decimals, days as 2026-11-30, yes and no as true and false. */
export function cellText({ type, text, format }: WrittenCell, calendar: Calendar): string {
  if (type === 'b') return text === '1' ? 'true' : 'false';
  if (type === 'd') return text.slice(0, 10);
  if (type !== '' && type !== 'n') return text;
  const figure = Number(text);
  if (text === '' || !Number.isFinite(figure)) return text;
  if (format === 'day' && figure >= 0 && figure <= LAST_DAY) {
    const early = calendar === 1900 && figure < 60 ? 1 : 0;
    return new Date(EPOCHS[calendar] + (Math.floor(figure) + early) * DAY_MS).toISOString().slice(0, 10);
  }
  return format === 'percent' ? `${plain(figure * 100)}%` : plain(figure);
}

/** Spreadsheets show fifteen digits of what they calculate with seventeen. */
const plain = (figure: number): string =>
  Number(figure.toPrecision(15)).toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 });
