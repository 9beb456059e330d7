import type { Fault } from '../../kernel/errors.js';

/** How much one of the public sees: 0 everybody, 1 members of organizations that have been checked, 2 of verified ones, 3 introduced parties (DESIGN 6). */
export type PublicLevel = 0 | 1 | 2 | 3;
export type FieldLevel = Exclude<PublicLevel, 0>;

/** What the levels of a content's fields depend on. */
export interface Levelled {
  /** The levels its owner has chosen, by group of fields; contents of before the choice have none. */
  levels?: Partial<Record<string, FieldLevel>>;
  anonymous?: boolean;
}

/** Fields that are shown and hidden together. */
export interface FieldGroup {
  /** Paths such as `details.terms`; a `*` stands for every entry of a list. */
  readonly fields: readonly string[];
  /** The level it has when its owner says nothing; she may lift it, not lower it. */
  readonly least: FieldLevel;
  /** The same when the owner stays unnamed. */
  readonly leastAnonymous?: FieldLevel;
}
export type FieldGroups = Readonly<Record<string, FieldGroup>>;

const leastOf = (group: FieldGroup, { anonymous }: Levelled): FieldLevel => (anonymous && group.leastAnonymous) || group.least;

const levelOf = (name: string, group: FieldGroup, content: Levelled): FieldLevel =>
  Math.max(leastOf(group, content), content.levels?.[name] ?? 0) as FieldLevel;

/** The groups that a level does not see, each with the level that does. */
export const closedGroups = (content: Levelled, groups: FieldGroups, level: PublicLevel): Record<string, FieldLevel> =>
  Object.fromEntries(
    Object.entries(groups)
      .map(([name, group]): [string, FieldLevel] => [name, levelOf(name, group, content)])
      .filter(([, at]) => at > level),
  );

/** Paths of the fields that a level does not see, in any language. */
export const closedFields = (content: Levelled, groups: FieldGroups, level: PublicLevel): string[] =>
  Object.keys(closedGroups(content, groups, level))
    .flatMap((name) => groups[name]?.fields ?? [])
    .flatMap((path) => (path.startsWith('details.') ? [path, `texts.*.${path}`] : [path]));

/** Faults of the levels an owner has chosen. */
export function levelFaults(content: Levelled, groups: FieldGroups): Fault[] {
  return Object.entries(content.levels ?? {}).flatMap(([name, chosen]): Fault[] => {
    const group = Object.hasOwn(groups, name) ? groups[name] : undefined;
    if (!group) {
      const known = Object.keys(groups).join(', ');
      return [{ path: `levels.${name}`, code: 'unknown-group', message: `There is no such group of fields: choose among ${known}.` }];
    }
    const least = leastOf(group, content);
    if (chosen !== undefined && chosen >= least) return [];
    return [{ path: `levels.${name}`, code: 'too-low', message: `This is never shown below level ${least}: give ${least} or more.` }];
  });
}

/** A copy without the fields at the paths. */
export function withoutFields<T extends object>(from: T, paths: readonly string[]): T {
  return paths.reduce((content, path) => without(content, path.split('.')) as T, from);
}

function without(from: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined || from === null || typeof from !== 'object') return from;
  if (Array.isArray(from)) return key === '*' ? from.map((entry) => without(entry, rest)) : from;
  if (!Object.hasOwn(from, key)) return from;
  const entries = Object.entries(from);
  if (rest.length === 0) return Object.fromEntries(entries.filter(([name]) => name !== key));
  return Object.fromEntries(entries.map(([name, value]) => [name, name === key ? without(value, rest) : value]));
}

/** Whether a content says anything at a path. */
export function isSaid(from: unknown, path: string): boolean {
  const values = path.split('.').reduce<unknown[]>((found, key) => found.flatMap((value) => at(value, key)), [from]);
  return values.some((value) => value !== undefined && !(Array.isArray(value) && value.length === 0));
}

function at(from: unknown, key: string): unknown[] {
  if (from === null || typeof from !== 'object') return [];
  if (key === '*') return Array.isArray(from) ? from : [];
  return Object.hasOwn(from, key) ? [(from as Record<string, unknown>)[key]] : [];
}
