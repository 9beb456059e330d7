import type { z } from 'zod';

interface Definition<T> {
  /** One sentence for administrators: what it governs, in which unit. */
  about: string;
  schema: z.ZodType<T>;
  /** It holds for the whole exchange: no facility has its own. */
  houseWide?: boolean;
  /** What holds until an administrator says otherwise. */
  value: T;
}

/** A number, list or text of the house that administrators change, with effect from a date, for all or for one facility. */
export interface Rule<T> extends Definition<T> {
  /** `area.name`, the name it has in the API. */
  readonly key: string;
}

const KEY = /^[a-z][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)+$/;
const known = new Map<string, Rule<unknown>>();

/** Defines a rule, in a `*.rules.ts` of the module that goes by it. @throws Error for a second one of that key, or a default its schema refuses. */
export function defineRule<T>(key: string, definition: Definition<T>): Rule<T> {
  if (!KEY.test(key)) throw new Error(`"${key}" is not of the form area.name`);
  if (known.has(key)) throw new Error(`there are two rules "${key}"`);
  const rule = { key, ...definition, value: definition.schema.parse(definition.value) };
  known.set(key, rule);
  return rule;
}

export const findRule = (key: string): Rule<unknown> | undefined => known.get(key);
export const allRules = (): Rule<unknown>[] => [...known.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
