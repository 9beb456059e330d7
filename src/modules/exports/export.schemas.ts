import { z } from 'zod';
import { searchQuery } from '../catalogue/index.js';
import { centresQuery } from '../centres/index.js';
import { peopleQuery } from '../identity/index.js';
import { listingQuery } from '../listings/index.js';
import { matchesQuery } from '../matching/index.js';
import { notificationsQuery } from '../notifications/index.js';
import { officersQuery, organizationsQuery } from '../organizations/index.js';
import { providersQuery } from '../providers/index.js';
import { trailQuery } from '../reporting/index.js';
import { reviewsQuery } from '../reviews/index.js';
import { hitsQuery } from '../screening/index.js';
import { queryFlag } from '../../platform/http/index.js';
import { jobsQuery } from '../../platform/queue/jobs-admin.schemas.js';
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

export const peopleExport = peopleQuery.omit(whole).extend(format);
export const hitsExport = hitsQuery.omit(whole).extend(format);
export const centresExport = centresQuery.omit(whole).extend(format);

export const officersExport = officersQuery.omit(whole).extend(format);
export const jobsExport = jobsQuery.omit(whole).extend(format);
export const notificationsExport = notificationsQuery.omit(whole).extend(format);
export const trailExport = z.strictObject({ ...trailQuery.shape, ...format }).omit({ after: true });
/** Of lists that have no filters. */
export const wholeExport = z.strictObject(format);

export type OfficersExport = z.infer<typeof officersExport>;
export type JobsExport = z.infer<typeof jobsExport>;
export type NotificationsExport = z.infer<typeof notificationsExport>;
export type TrailExport = z.infer<typeof trailExport>;
export type WholeExport = z.infer<typeof wholeExport>;
export type ListingsExport = z.infer<typeof listingsExport>;
export type OrganizationsExport = z.infer<typeof organizationsExport>;
export type MatchesExport = z.infer<typeof matchesExport>;
export type ProvidersExport = z.infer<typeof providersExport>;
export type ReviewsExport = z.infer<typeof reviewsExport>;
export type SearchExport = z.infer<typeof searchExport>;
export type PeopleExport = z.infer<typeof peopleExport>;
export type HitsExport = z.infer<typeof hitsExport>;
export type CentresExport = z.infer<typeof centresExport>;
