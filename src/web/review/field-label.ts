import type { Reader } from '../page/reader.js';

/** What a field of a listing is called, by its path or by its name within a field; the path itself where it has no name. */
export function labelOf({ translator }: Pick<Reader, 'translator'>, path: string): string {
  const key = `review.field.${path.slice(path.lastIndexOf('.') + 1)}`;
  return translator.has(key) ? translator.text(key) : path;
}
