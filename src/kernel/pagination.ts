import { DomainError } from './errors.js';

export interface Page<T> {
  items: T[];
  /** Opaque cursor of the next page; null on the last one. */
  next: string | null;
}

export const PAGE_LIMIT = { default: 20, max: 100 } as const;

/** The sort key of the last row of a page, as an opaque URL-safe cursor. */
export const encodeCursor = (key: readonly (string | number | null)[]): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/**
 * Reads a cursor made by encodeCursor.
 * @throws DomainError `cursor.expired` when it is damaged or was made for another order.
 */
export function decodeCursor(cursor: string, length: number): (string | number | null)[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(key) && key.length === length && key.every((k) => k === null || ['string', 'number'].includes(typeof k)))
      return key as (string | number | null)[];
  } catch {
    // falls through to the one answer for every bad cursor
  }
  throw new DomainError('invalid', 'cursor.expired', { detail: 'This page is no longer there: start again from the first one.' });
}

/** Cuts the extra row that a query of `limit + 1` fetched and makes the cursor of the next page. */
export function pageOf<T>(rows: T[], limit: number, key: (row: T) => readonly (string | number | null)[]): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? encodeCursor(key(last)) : null };
}
