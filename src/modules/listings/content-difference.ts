import { isDeepStrictEqual } from 'node:util';

/** One field that two revisions have differently; a side that lacks it is absent. */
export interface Difference {
  /** `title`, `details.advantage`; lists are compared as wholes. */
  path: string;
  from?: unknown;
  to?: unknown;
}

/** What differs between two contents, field by field, fields of `details` one by one. An empty list is the same as none. */
export function differences(from: object, to: object): Difference[] {
  const [before, after] = [fieldsOf(from), fieldsOf(to)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((path) => {
    const [old, now] = [before.get(path), after.get(path)];
    if (isDeepStrictEqual(old, now)) return [];
    return [{ path, ...(old !== undefined && { from: old }), ...(now !== undefined && { to: now }) }];
  });
}

/** The value of a field of a content by its path; undefined where it says nothing. */
export const fieldAt = (content: object, path: string): unknown => fieldsOf(content).get(path);

function fieldsOf(content: object): Map<string, unknown> {
  const { details = {}, ...fields } = content as { details?: object };
  const inner = Object.entries(details).map(([name, value]) => [`details.${name}`, value] as const);
  const isSaid = (value: unknown): boolean => value !== undefined && !(Array.isArray(value) && value.length === 0);
  return new Map([...Object.entries(fields), ...inner].filter(([, value]) => isSaid(value)));
}
