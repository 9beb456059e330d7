import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as path from 'node:path';

const { resolve } = createRequire(import.meta.url);
const folderOf = (name: string): string => path.dirname(resolve(`@fontsource-variable/${name}/package.json`));

/** A family comes in files by ranges of characters; the first one that has a character draws it. */
const FAMILIES = ['noto-sans', 'noto-sans-arabic', 'noto-sans-sc'] as const;

/** Beyond these the Chinese family lists pictures and private signs that it does not draw. */
const LAST_OF_CJK = 0xffef;
const isPrivate = (code: number): boolean => code >= 0xd800 && code <= 0xf8ff;

interface FontRange {
  from: number;
  to: number;
  file: string;
}

function rangesOf(family: string): FontRange[] {
  const folder = folderOf(family);
  const byFile = JSON.parse(readFileSync(path.join(folder, 'unicode.json'), 'utf8')) as Record<string, string>;
  return Object.entries(byFile).flatMap(([name, ranges]) =>
    ranges.split(',').map((range) => {
      const [from = '', to = from] = range.trim().replace(/^U\+/i, '').split('-');
      const file = path.join(folder, 'files', `${family}-${name.replace(/[[\]]/g, '')}-wght-normal.woff2`);
      return { from: parseInt(from, 16), to: parseInt(to, 16), file };
    }),
  );
}

let known: FontRange[] | undefined;

/** The file that draws a character; null where no font has it. */
export function fontFileOf(code: number): string | null {
  known ??= FAMILIES.flatMap(rangesOf);
  if (code > LAST_OF_CJK || isPrivate(code)) return null;
  return known.find(({ from, to }) => from <= code && code <= to)?.file ?? null;
}

const REPLACEMENT = '?';

/** A text in which every character can be drawn: controls are spaces, what no font has is a question mark. */
export const drawable = (text: string): string =>
  [...text.normalize('NFC')]
    .filter((char) => !/\p{Default_Ignorable_Code_Point}/u.test(char))
    .map((char) =>
      /\p{Cc}|\p{Zs}/u.test(char) && char !== '\n' ? ' ' : char === '\n' || fontFileOf(char.codePointAt(0) ?? 0) ? char : REPLACEMENT,
    )
    .join('');
