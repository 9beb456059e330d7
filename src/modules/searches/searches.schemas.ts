import { z } from 'zod';
import { RHYTHMS } from './saved-search.entity.js';

const name = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^\P{Cc}*$/u, { error: 'Write it on one line.' });
const query = z.string().trim().max(2_000).describe('As in the address of a search: "q=pump&kind=need".');
const rhythm = z
  .enum(RHYTHMS, { error: `Give one of ${RHYTHMS.join(', ')}.` })
  .describe('How often you hear of what is new; never of nothing.');

export const newSearch = z.strictObject({ name, query, rhythm: rhythm.default('daily') });
export type NewSearch = z.infer<typeof newSearch>;
export const searchPatch = z.strictObject({ name, query, rhythm }).partial();
export type SearchPatch = z.infer<typeof searchPatch>;

export const savedSearch = z.object({
  id: z.guid(),
  name: z.string(),
  query: z.string(),
  rhythm: z.enum(RHYTHMS),
  lookedAt: z.union([z.date(), z.iso.datetime({ offset: true })]).describe('What was published up to then you have been told of.'),
  createdAt: z.union([z.date(), z.iso.datetime({ offset: true })]),
});
export type SavedSearch = z.infer<typeof savedSearch>;
export const savedSearches = z.object({ items: z.array(savedSearch) });
