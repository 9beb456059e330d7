import bidiFactory from 'bidi-js';
import { fontFileOf } from './font-files.js';

const bidi = bidiFactory();

/** A piece of a line in one font, to be drawn from left to right after the one before it. */
export interface Run {
  text: string;
  file: string;
}

export interface Line {
  runs: Run[];
  width: number;
}

export type Measure = (run: Run) => number;

const fileOf = (char: string): string => fontFileOf(char.codePointAt(0) ?? 0) ?? '';
const ARABIC = /\p{Script=Arabic}/u;

/** Characters between which a line may be broken: after a space, and around every Chinese character. */
function breaksOf(text: string): number[] {
  const ends: number[] = [];
  for (let i = 1; i < text.length; i++) {
    const [before, after] = [text[i - 1] ?? '', text[i] ?? ''];
    if (
      (before === ' ' && after !== ' ') ||
      (/\p{Script=Han}/u.test(before) && /[\p{Script=Han}\p{L}]/u.test(after)) ||
      (/\p{L}/u.test(before) && /\p{Script=Han}/u.test(after))
    )
      ends.push(i);
  }
  return [...ends, text.length];
}

/** Runs of one font in logical order; for measuring, where order does not matter. */
export function fontRuns(text: string): Run[] {
  const runs: Run[] = [];
  for (const char of text) {
    const file = fileOf(char);
    const last = runs.at(-1);
    if (last?.file === file) last.text += char;
    else runs.push({ text: char, file });
  }
  return runs;
}

/** One paragraph as lines that fit a width, each as it stands from left to right. */
export function linesOf(
  text: string,
  direction: 'ltr' | 'rtl' | 'auto',
  width: number,
  measure: Measure,
): { lines: Line[]; isRtl: boolean } {
  const levels = bidi.getEmbeddingLevels(text, direction);
  const isRtl = ((levels.paragraphs[0]?.level ?? 0) & 1) === 1;
  const known = new Map<string, number>();
  const widthOf = (part: string): number => {
    const width = known.get(part) ?? fontRuns(part).reduce((sum, run) => sum + measure(run), 0);
    known.set(part, width);
    return width;
  };
  const lines: Line[] = [];
  let start = 0;
  let end = 0;
  /** Of the words from start to end. */
  let taken = 0;
  const flush = () => {
    const line = text.slice(start, end).trimEnd();
    if (line) {
      const runs = visualRuns(text, levels, start, start + line.length);
      lines.push({ runs, width: runs.reduce((sum, run) => sum + measure(run), 0) });
    }
    start = end;
    taken = 0;
  };
  for (const next of breaksOf(text).flatMap((stop, i, all) => cut(text, all[i - 1] ?? 0, stop, width, widthOf))) {
    const word = text.slice(end, next);
    if (end > start && taken + widthOf(word.trimEnd()) > width) flush();
    taken += widthOf(word);
    end = next;
  }
  flush();
  return { lines, isRtl };
}

/** A word that is wider than a line is cut where it must be. */
function cut(text: string, from: number, to: number, width: number, widthOf: (part: string) => number): number[] {
  if (widthOf(text.slice(from, to).trimEnd()) <= width) return [to];
  const ends: number[] = [];
  let start = from;
  for (let i = from + 1; i <= to; i++) {
    if (widthOf(text.slice(start, i).trimEnd()) <= width) continue;
    ends.push(i - 1);
    start = i - 1;
  }
  return [...ends, to];
}

/** The characters of a line as they stand from left to right, in runs. Arabic runs keep their logical order: the font turns them as it joins the letters. */
function visualRuns(text: string, levels: ReturnType<typeof bidi.getEmbeddingLevels>, start: number, end: number): Run[] {
  const runs: (Run & { isRtl: boolean })[] = [];
  for (const index of bidi.getReorderedIndices(text, levels, start, end - 1).slice(start, end)) {
    const char = text[index] ?? '';
    const isRtl = ((levels.levels[index] ?? 0) & 1) === 1;
    const shown = isRtl ? (bidi.getMirroredCharacter(char) ?? char) : char;
    const file = fileOf(shown);
    const last = runs.at(-1);
    if (last?.file === file && last.isRtl === isRtl)
      last.text = isRtl && ARABIC.test(shown + last.text) ? shown + last.text : last.text + shown;
    else runs.push({ text: shown, file, isRtl });
  }
  return runs;
}
