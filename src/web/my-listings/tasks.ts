import type { Fault } from '../../kernel/errors.js';
import type { Part } from '../wizard/fields.js';
import { valueAt } from '../wizard/field-values.js';
import { type Content, contentOf, type OwnListing } from '../wizard/own-listings.js';
import { partsOf, partWith } from '../wizard/parts.js';

export type TaskStatus = 'missing' | 'done' | 'optional';

const isSaid = (value: unknown): boolean =>
  value !== undefined &&
  value !== null &&
  value !== false &&
  !(Array.isArray(value) && value.length === 0) &&
  JSON.stringify(value) !== '{}';

const OWN: Readonly<Record<string, string>> = { sector: 'codes', files: 'attachments', languages: 'texts', levels: 'levels' };

/** Whether a part has an answer that was not there from the start. */
const hasAnswer = ({ key, fields }: Part, content: Content): boolean =>
  isSaid(valueAt(content, OWN[key] ?? '')) ||
  fields.some(({ name }) => !['title', 'language'].includes(name) && isSaid(valueAt(content, name)));

/** The parts of a listing: what is missing before it can be handed in, what is done, what may be left out. */
export function tasksOf(listing: OwnListing, missing: readonly Fault[]): { key: string; status: TaskStatus }[] {
  return partsOf(listing.kind).map((part) => {
    const lacks = missing.some(({ path }) => partWith(listing.kind, path)?.key === part.key);
    return { key: part.key, status: lacks ? 'missing' : hasAnswer(part, contentOf(listing)) ? 'done' : 'optional' };
  });
}
