import { holdsOn, type CodeItem, type Dated, type GroupMember, type TaxonomyData } from './taxonomy-data.js';

/** An administrator's edit of an item; `effective` is the first day on which it holds. */
export interface ItemVersion {
  readonly id: string;
  readonly effective: string;
  readonly item: CodeItem;
}

/** An administrator's account of when a country belongs to a group: in place of what the shipped list says of the two. */
export interface GroupVersion {
  readonly id: string;
  readonly group: string;
  readonly country: string;
  readonly periods: readonly Dated[];
  readonly source: string;
}

/** Edits that nobody took back, each list in the order in which they were made. */
export interface Edits {
  readonly items: readonly ItemVersion[];
  readonly groups: readonly GroupVersion[];
}

const keyOf = ({ scheme, code }: { scheme: string; code: string }): string => `${scheme} ${code}`;

/** Of each edited item the version that holds on a day: the one with the latest first day, and of several the last that was made. */
export function itemsInForce(versions: readonly ItemVersion[], day: string): Map<string, ItemVersion> {
  const found = new Map<string, ItemVersion>();
  for (const version of versions) {
    if (version.effective > day) continue;
    const known = found.get(keyOf(version.item));
    if (!known || known.effective <= version.effective) found.set(keyOf(version.item), version);
  }
  return found;
}

/**
 * The lists as they hold on a day: the shipped rows with the edits in their place. A membership has its own days and so is taken as last
 * set, whatever the day.
 */
export function listsOn(shipped: TaxonomyData, edits: Edits, day: string): TaxonomyData {
  const edited = itemsInForce(edits.items, day);
  const items = shipped.items.map((item) => edited.get(keyOf(item))?.item ?? item);
  const known = new Set(shipped.items.map(keyOf));
  const added = [...edited].flatMap(([key, { item }]) => (known.has(key) ? [] : [item]));
  const pairs = new Map(edits.groups.map((version) => [`${version.group} ${version.country}`, version]));
  const kept = shipped.members.filter(({ group, country }) => !pairs.has(`${group} ${country}`));
  return { items: [...items, ...added], members: [...kept, ...[...pairs.values()].flatMap(membersOf)], rates: shipped.rates };
}

const membersOf = ({ group, country, periods, source }: GroupVersion): GroupMember[] =>
  periods.map(({ from, to }) => ({ group, country, from, to, source }));

/** Whether two accounts of a membership say the same of every day up to and including this one. */
export function sameUntil(one: readonly Dated[], other: readonly Dated[], day: string): boolean {
  const edges = new Set([day, ...[...one, ...other].flatMap(({ from, to }) => [from, to])]);
  // A membership changes only on the days it names; the open beginning is a day before all of them.
  const days = ['0001-01-01', ...[...edges].filter((edge) => edge !== null && edge <= day)] as string[];
  const belongs = (periods: readonly Dated[], on: string) => periods.some((period) => holdsOn(period, on));
  return days.every((on) => belongs(one, on) === belongs(other, on));
}
