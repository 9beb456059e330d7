import type { Page } from '../../../kernel/pagination.js';
import { type CodeBook, type CodeItem, NAME_LANGUAGES, type NameLanguage, SCHEMES, type Scheme } from '../../../modules/taxonomy/index.js';

const PAGE_SIZE = 50;

/** The languages in which an item has no name. */
export const gapsOf = ({ names }: CodeItem): NameLanguage[] => NAME_LANGUAGES.filter((language) => !names[language]);

export interface SchemeWithGaps {
  scheme: Scheme;
  source: string;
  items: number;
  /** Names that are missing, by language; languages without a gap are left out. */
  gaps: Partial<Record<NameLanguage, number>>;
}

/** Every list, with how many names are missing in which language. */
export const schemesWithGaps = (book: CodeBook): SchemeWithGaps[] =>
  SCHEMES.map(({ scheme, source }) => {
    const items = book.items(scheme);
    const gaps: Partial<Record<NameLanguage, number>> = {};
    for (const language of items.flatMap(gapsOf)) gaps[language] = (gaps[language] ?? 0) + 1;
    return { scheme, source, items: items.length, gaps };
  });

/** Case and accents do not matter. */
const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** One page of a list in its own order, of the items that some name or the code of matches. @param after the last code of the page before. */
export function itemsBetween(items: readonly CodeItem[], q: string, after: string | undefined): Page<CodeItem> {
  const wanted = fold(q);
  const found = items.filter(
    ({ code, names }) => wanted === '' || [code, ...Object.values(names)].some((text) => fold(text).includes(wanted)),
  );
  const start = after === undefined ? 0 : found.findIndex(({ code }) => code === after) + 1;
  const page = found.slice(start, start + PAGE_SIZE);
  return { items: page, next: found.length > start + PAGE_SIZE ? (page.at(-1)?.code ?? null) : null };
}
