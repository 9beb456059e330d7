import { z } from 'zod';
import { pageOfSchema, pageQuery, queryFlag } from '../../platform/http/page.schemas.js';
import { codeRef, country, language as languageTag, LISTING_KINDS, OFFER_KINDS, TEXT_ORIGINS } from './content.schemas.js';
import { facilityCode } from '../organizations/index.js';
import { endorsementView } from './endorsement.schemas.js';
import { LISTING_STATES, PENDING_STATES, REVIEW_STAGES } from './listing.lifecycle.js';

const states = z
  .string()
  .transform((text) => text.split(',').map((word) => word.trim()))
  .pipe(z.array(z.enum(LISTING_STATES)).min(1));

const readIn = languageTag.optional().describe('Language to read in where there is a text in it; your own when left out.');

/** Query of a list of listings. */
export const listingQuery = pageQuery.extend({
  state: states.optional().describe('One state, or several between commas. Left out: what is open to everybody.'),
  kind: z.enum(LISTING_KINDS).optional().describe('Of offers, their kind; of needs, a kind of offer they ask for.'),
  country: country.optional().describe('The country of a need, or of the organization behind an offer.'),
  lang: readIn,
  facility: facilityCode.optional().describe('Those whose home it is, and those shown in it too.'),
  mine: queryFlag.optional().describe('True: those of the organization you act for, in every state.'),
});
export type ListingQuery = z.infer<typeof listingQuery>;

const moment = z.union([z.date(), z.iso.datetime({ offset: true })]).nullable();
const organization = z.object({
  id: z.string(),
  reference: z.string(),
  legalName: z.string(),
  country: z.string(),
  type: z.string(),
  level: z.string(),
});

const translated = z
  .record(z.string(), z.object({ text: z.string(), language: z.string(), origin: z.enum(TEXT_ORIGINS), checked: z.boolean() }))
  .describe('By path, the fields that can be read in your language instead, and how each came about. All others are in `language`.');

/** Query of one listing. */
export const oneListingQuery = z.strictObject({ lang: readIn });
export type OneListingQuery = z.infer<typeof oneListingQuery>;

/** A line of a list. */
export const listingSummary = z.object({
  id: z.uuid(),
  reference: z.string(),
  kind: z.enum(LISTING_KINDS),
  state: z.enum(LISTING_STATES),
  version: z.number().int(),
  revision: z.number().int(),
  language: z.string(),
  country: z.string(),
  title: z.string(),
  teaser: z.string().optional(),
  codes: z.array(codeRef),
  kinds: z.array(z.enum(OFFER_KINDS)).optional().describe('Of a need: the kinds of offers it asks for.'),
  translated: translated.optional(),
  publishedAt: moment,
  expiresAt: moment,
  isExample: z.boolean(),
  facility: z.string().describe('Its home facility.'),
  facilityTags: z.array(z.string()).describe('Other facilities it is shown in.'),
  organization: organization.optional().describe('For members, unless the listing hides it.'),
  pendingState: z.enum(PENDING_STATES).nullable().optional(),
});
export const listingPage = pageOfSchema(listingSummary);

const reviewView = z.object({
  revision: z.number().int(),
  stage: z.enum(REVIEW_STAGES),
  decision: z.enum(['approve', 'request-changes', 'reject']),
  reason: z.string().nullable(),
  note: z.string().nullable(),
  at: z.string(),
  reviewerId: z.string().optional(),
  reviewerName: z.string().nullable().optional().describe('For the house.'),
  standIn: z.boolean(),
  checklist: z.record(z.string(), z.boolean()).nullable().optional(),
  readBy: z.string().nullable().optional(),
});

const changeRequest = z.object({
  id: z.guid(),
  revision: z.number().int(),
  path: z.string(),
  note: z.string(),
  requestedAt: z.string(),
  answer: z.string().nullable(),
  changed: z.boolean().describe('The field had another value when it was submitted again.'),
  answeredAt: z.string().nullable(),
});

/** What a waiting revision would change. */
export const difference = z.object({
  items: z.array(z.object({ path: z.string(), from: z.unknown().optional(), to: z.unknown().optional() })),
});

/** A listing; besides these, the fields of its kind's content that the viewer may see. */
export const listingView = listingSummary
  .extend({
    assuredAt: moment.optional(),
    assuredBy: z.string().nullable().optional().describe('Who confirmed it then; for its owner and the house.'),
    acted: z
      .record(
        z.enum(['created', 'submitted', 'assured']),
        z.object({ by: z.enum(['owner', 'desk']), name: z.string().nullable() }).nullable(),
      )
      .optional()
      .describe('Who entered, submitted and confirmed it: for its owner with the names of its people, for the house with those of desks.'),
    assuredChanged: z
      .boolean()
      .nullable()
      .optional()
      .describe('Whether something had changed, as she said when she renewed it; null where a revision has been published since.'),
    endorsements: z
      .array(endorsementView)
      .optional()
      .describe('By the government of its owner’s country; for members as much as they may see.'),
    enteredBy: z.enum(['member', 'centre']).optional().describe('Who entered it: its owner, or the centre of its country on its behalf.'),
    filledLots: z.array(z.string()).optional().describe('Of a need: keys of the lots that look for nobody any more.'),
    unnamed: z
      .object({
        country: z.string(),
        type: z.string(),
        size: z.string().nullable(),
        level: z.string(),
        levelSince: z.string().nullable().describe('Day since when it is verified.'),
        medianAnswerDays: z.number().nullable(),
        knownToCentre: z.boolean(),
      })
      .optional()
      .describe('Of an owner who stays unnamed until an introduction: what members may know.'),
    closed: z
      .record(z.string(), z.number().int())
      .optional()
      .describe(
        'Groups of fields that say more than you see, with the level that sees it: 2 verified organizations, 3 introduced parties.',
      ),
    stateReason: z.string().nullable().optional().describe('Why it was paused, suspended or ended; for its owner and the house.'),
    stateNote: z.string().nullable().optional(),
    pending: z
      .looseObject({ revision: z.number().int(), state: z.enum(PENDING_STATES), language: z.string() })
      .nullable()
      .optional(),
    reviews: z.array(reviewView).optional(),
    changeRequests: z.array(changeRequest).optional().describe('Changes of single fields that reviewers asked for, with their answers.'),
    allowed: z.array(z.string()).optional().describe('Transitions open to you now.'),
  })
  .loose();

/** The facilities of a listing. */
export const newPlace = z.strictObject({
  home: facilityCode.describe('Its home: whose timers and rules it goes by.'),
  tags: z.array(facilityCode).max(20).default([]).describe('Other facilities it is shown in.'),
});
