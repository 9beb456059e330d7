import { z } from 'zod';
import { language, LISTING_KINDS, TEASER_MAX, TITLE_MAX } from '../../listings/index.js';
import { SUGGESTED_SCHEMES } from './code-names.js';

/** Body of POST /api/v1/code-suggestions. */
export const codeSuggestionsBody = z.strictObject({
  language,
  title: z.string().trim().min(1).max(TITLE_MAX),
  teaser: z.string().trim().max(TEASER_MAX).optional(),
  description: z.string().trim().max(20_000).optional(),
});
export type CodeSuggestionsBody = z.infer<typeof codeSuggestionsBody>;

const codeSuggestion = z.object({
  scheme: z.enum(SUGGESTED_SCHEMES),
  code: z.string(),
  name: z.string(),
  share: z.number().min(0).max(1).describe('How well it fits, as a part of the best possible of its scheme.'),
  words: z.array(z.string()).describe('Stems that your text shares with its name.'),
  likeListings: z.boolean().describe('Published listings with a like text carry it.'),
});
export type CodeSuggestion = z.infer<typeof codeSuggestion>;
export const codeSuggestions = z.object({ items: z.array(codeSuggestion) });

const similarListing = z.object({
  id: z.guid(),
  reference: z.string(),
  kind: z.enum(LISTING_KINDS),
  state: z.string(),
  title: z.string(),
  likeness: z.number().min(0).max(1).describe('Of the words: 1 says the same.'),
  sameOrganization: z.boolean(),
});
export type SimilarListing = z.infer<typeof similarListing>;
export const similarListings = z.object({ items: z.array(similarListing) });
