import type { CodeBook, Scheme } from '../../modules/taxonomy/index.js';

/** Codes of a list that may be used on a day. */
export const codesOffered = (book: CodeBook, scheme: Scheme, day: string): string[] =>
  book.items(scheme).flatMap(({ code }) => (book.isCode(scheme, code, day) ? [code] : []));

/** The same as answers to choose from. */
export const itemsOf = (book: CodeBook, scheme: Scheme, day: string, name: (code: string) => string): { value: string; text: string }[] =>
  codesOffered(book, scheme, day).map((code) => ({ value: code, text: name(code) }));
