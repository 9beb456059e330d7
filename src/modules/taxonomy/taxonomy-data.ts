import { createHash } from 'node:crypto';

export const ITEM_STATUSES = ['active', 'withdrawn'] as const;
export type ItemStatus = (typeof ITEM_STATUSES)[number];

/** Days are `YYYY-MM-DD` in UTC. `from` is the first day, `to` the first day on which it no longer holds; null is open. */
export interface Dated {
  readonly from: string | null;
  readonly to: string | null;
}

export interface CodeItem extends Dated {
  readonly scheme: string;
  readonly code: string;
  readonly parent: string | null;
  readonly status: ItemStatus;
  /** Name by language code. */
  readonly names: Readonly<Record<string, string>>;
  /** What this list knows beyond names, e.g. `alpha3` of a country or `factor` of a unit. */
  readonly extra: Readonly<Record<string, string>>;
  readonly source: string;
}

export interface GroupMember extends Dated {
  readonly group: string;
  readonly country: string;
  readonly source: string;
}

export interface CurrencyRate {
  readonly currency: string;
  /** First day it is used; it stays in use until the next one of this currency. */
  readonly from: string;
  readonly usdPerUnit: number;
  readonly source: string;
}

/** All code lists at one moment, as rows: what files and tables hold and what a CodeBook is made of. */
export interface TaxonomyData {
  readonly items: readonly CodeItem[];
  readonly members: readonly GroupMember[];
  readonly rates: readonly CurrencyRate[];
}

export const holdsOn = (dated: Dated, day: string): boolean =>
  (dated.from === null || dated.from <= day) && (dated.to === null || day < dated.to);

/** A withdrawn item without an end date is withdrawn on every day. */
export const isOffered = (item: CodeItem, day: string): boolean => holdsOn(item, day) && !(item.status === 'withdrawn' && item.to === null);

const sorted = (record: Readonly<Record<string, string>>): [string, string][] =>
  Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));

/** Fingerprint of the content, the same for the same rows in any order and from any store. */
export function taxonomyVersion(data: TaxonomyData): string {
  const lines = [
    ...data.items.map((i) => ['i', i.scheme, i.code, i.parent, i.from, i.to, i.status, sorted(i.names), sorted(i.extra)]),
    ...data.members.map((m) => ['m', m.group, m.country, m.from, m.to]),
    ...data.rates.map((r) => ['r', r.currency, r.from, r.usdPerUnit]),
  ].map((line) => JSON.stringify(line));
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex').slice(0, 12);
}
