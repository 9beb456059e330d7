import { z } from 'zod';
import { PAGE_LIMIT } from '../../kernel/pagination.js';

const limit = z.coerce
  .number({ error: `Give a whole number from 1 to ${PAGE_LIMIT.max}.` })
  .int({ error: 'Give a whole number.' })
  .min(1, { error: 'Ask for at least 1.' })
  .max(PAGE_LIMIT.max, { error: `Ask for at most ${PAGE_LIMIT.max}; follow "next" for the rest.` })
  .default(PAGE_LIMIT.default)
  .describe('Rows on a page.');

const after = z.string().max(2_000).optional().describe('The `next` of the page before.');

/** Query of every keyset list: extend it by the filters, `pageQuery.extend({ state: ... })`; it refuses other keys. */
export const pageQuery = z.strictObject({ limit, after });
export type PageQuery = z.infer<typeof pageQuery>;

/** The answer of a keyset list. */
export const pageOfSchema = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item), next: z.string().nullable() });

/** `?mine=true`: query strings know no booleans. */
export const queryFlag = z.enum(['true', 'false'], { error: 'Give true or false.' }).transform((value) => value === 'true');

/** An id in a path. A path that holds none leads nowhere: 404, not 400. */
export const uuid = z.guid();
