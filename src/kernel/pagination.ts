import { DomainError } from './errors.js';

export interface Page<T> {
  items: T[];
  /** Opaque cursor of the next page; null on the last one. */
  next: string | null;
}

export const PAGE_LIMIT = { default: 20, max: 100 } as const;

type Key = string | number;

/** The sort key of the last row of a page, as an opaque URL-safe cursor. */
export const encodeCursor = (key: readonly (Key | null)[]): string => Buffer.from(JSON.stringify(key)).toString('base64url');

const TIME = /^(?!0000)(\d{4}-\d\d-\d\d)[T ]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?(Z|[+-](0\d|1[0-5])(:[0-5]\d)?)$/;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const INT_MAX = 2 ** 31 - 1;

/** 31 February is a date to Date, and to no database. */
const isDay = (day: string | undefined): boolean =>
  day !== undefined && !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day);

const isText = (value: unknown): value is string => typeof value === 'string' && !/\0|\p{Surrogate}/u.test(value);

/** What each part of a key may be; whatever passes can be compared with a column of that type. */
const PARTS = {
  time: (value: unknown): value is string => typeof value === 'string' && isDay(TIME.exec(value)?.[1]),
  id: (value: unknown): value is string => typeof value === 'string' && UUID.test(value),
  text: isText,
  int: (value: unknown): value is number => Number.isInteger(value) && Math.abs(value as number) <= INT_MAX,
  number: (value: unknown): value is number => Number.isFinite(value),
};
type Part = keyof typeof PARTS;
type Read<Shape extends readonly Part[]> = { [I in keyof Shape]: Shape[I] extends 'int' | 'number' ? number : string };

/**
 * Reads a cursor made by encodeCursor.
 * @param shape what its key is made of: `['time', 'id']`.
 * @throws DomainError `cursor.expired` when it is damaged or was made for another order.
 */
export function decodeCursor<const Shape extends readonly Part[]>(cursor: string, shape: Shape): Read<Shape> {
  const key = parse(cursor);
  if (Array.isArray(key) && key.length === shape.length && shape.every((part, i) => PARTS[part](key[i])))
    return key as unknown as Read<Shape>;
  throw new DomainError('invalid', 'cursor.expired', { detail: 'This page is no longer there: start again from the first one.' });
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null;
  }
}

/** Cuts the extra row that a query of `limit + 1` fetched and makes the cursor of the next page. */
export function pageOf<T>(rows: T[], limit: number, key: (row: T) => readonly Key[]): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? encodeCursor(key(last)) : null };
}
