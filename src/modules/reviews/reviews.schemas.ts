import { z } from 'zod';
import { pageOfSchema, pageQuery, queryFlag } from '../../platform/http/index.js';
import { country, language, LISTING_KINDS, REVIEW_STAGES } from '../listings/index.js';
import { ORGANIZATION_LEVELS, ORGANIZATION_STANDINGS } from '../organizations/index.js';
import { DESK_WAITS } from './desk-lists.queries.js';

export const reviewsQuery = pageQuery.extend({
  stage: z.enum(REVIEW_STAGES).optional(),
  kind: z.enum(LISTING_KINDS).optional(),
  country: country.optional().describe('Of the owner.'),
  language: language.optional().describe('The language it is written in.'),
  readable: queryFlag.optional().describe('True: those in a language you read.'),
  mine: queryFlag.optional().describe('True: those you have taken on; false: those nobody has.'),
});
export type ReviewsQuery = z.infer<typeof reviewsQuery>;

const moment = z.union([z.date(), z.iso.datetime({ offset: true })]);

export const reviewItem = z.object({
  id: z.guid(),
  reference: z.string(),
  kind: z.enum(LISTING_KINDS),
  title: z.string(),
  language: z.string(),
  ownerCountry: z.string(),
  reviewCountry: z.string().describe("Whose officers review it: the owner's country, or one that a centre of its facility serves."),
  facility: z.string(),
  stage: z.enum(REVIEW_STAGES),
  revision: z.number().int(),
  first: z.boolean().describe('Nothing of it has been published yet.'),
  since: moment,
  dueAt: moment,
  overdue: z.boolean(),
  claimedBy: z.guid().nullable(),
  claimedByName: z.string().nullable().describe('Her name, for her colleagues.'),
  claimedAt: moment.nullable(),
  openRequests: z.number().int().describe('Requests for change that were asked on it so far.'),
  version: z.number().int(),
});
export type ReviewItem = z.infer<typeof reviewItem>;
export const reviewsPage = pageOfSchema(reviewItem);

export const waitingQuery = pageQuery.extend({
  waiting: z
    .enum(DESK_WAITS)
    .optional()
    .describe('For its first check, for a decision on papers, or for one on its due diligence; without it all.'),
});
export type WaitingQuery = z.infer<typeof waitingQuery>;

export const waitingOrganizations = pageOfSchema(
  z.object({
    id: z.guid(),
    reference: z.string(),
    legalName: z.string(),
    country: z.string(),
    type: z.string(),
    level: z.enum(ORGANIZATION_LEVELS),
    standing: z.enum(ORGANIZATION_STANDINGS),
    held: z.boolean(),
    papers: z.int().describe('Papers that nobody has decided on.'),
    papersSince: moment.nullable(),
    dueDiligenceSince: moment
      .nullable()
      .describe('Since when all papers of due diligence have been accepted, and administrators have to decide.'),
  }),
);

/** Body of assign. */
export const assignment = z.strictObject({ personId: z.guid().describe('Who is to review it.') });
export type Assignment = z.infer<typeof assignment>;
