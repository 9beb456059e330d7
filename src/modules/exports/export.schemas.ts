import { z } from 'zod';
import { searchQuery } from '../catalogue/index.js';
import { listingQuery } from '../listings/index.js';
import { matchesQuery } from '../matching/index.js';
import { organizationsQuery } from '../organizations/index.js';
import { providersQuery } from '../providers/index.js';
import { reviewsQuery } from '../reviews/index.js';
import { queryFlag } from '../../platform/http/index.js';
import { EXPORT_FORMATS } from './export-encoding.js';

const whole = { limit: true, after: true } as const;
const format = {
  format: z
    .enum(EXPORT_FORMATS, { error: `Give one of ${EXPORT_FORMATS.join(', ')}.` })
    .default('csv')
    .describe('CSV for spreadsheets, or a JSON object a line.'),
};

/** The filters of each list; an export has no pages. */
export const listingsExport = listingQuery.omit(whole).extend({
  ...format,
  full: queryFlag
    .optional()
    .describe('True: each with all you may see of it, in the columns that an import takes; else a line of the list.'),
});
export const organizationsExport = organizationsQuery.omit(whole).extend(format);
export const matchesExport = matchesQuery.omit(whole).extend(format);
export const providersExport = providersQuery.omit(whole).extend(format);
export const reviewsExport = reviewsQuery.omit(whole).extend(format);
export const searchExport = searchQuery.omit(whole).extend(format);

export type ListingsExport = z.infer<typeof listingsExport>;
export type OrganizationsExport = z.infer<typeof organizationsExport>;
export type MatchesExport = z.infer<typeof matchesExport>;
export type ProvidersExport = z.infer<typeof providersExport>;
export type ReviewsExport = z.infer<typeof reviewsExport>;
export type SearchExport = z.infer<typeof searchExport>;
