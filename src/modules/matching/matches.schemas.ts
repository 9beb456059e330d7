import { z } from 'zod';
import { pageOfSchema, pageQuery, queryFlag } from '../../platform/http/index.js';
import { isoDate, OFFER_KINDS, shown } from '../listings/index.js';
import { MATCH_SIDES, MATCH_STATES, MATCH_TRANSITIONS } from './match.lifecycle.js';
import { MATCH_SOURCES } from './match.entity.js';
import { OFFICES } from './match-event.entity.js';
import { OUTCOME_STATUSES } from './match-outcome.entity.js';

export const NOTE_MAX = 1_000;

const note = shown(z.string().trim().min(1).max(NOTE_MAX, { error: `Say it in at most ${NOTE_MAX} characters.` })).optional();
const reason = z.string().trim().min(1).max(40).optional().describe('A code of the list "reason" (/api/v1/code-lists/reason).');

export const matchesQuery = pageQuery.extend({
  needId: z.uuid({ error: 'Give the id of a need.' }).optional(),
  offerId: z.uuid({ error: 'Give the id of an offer.' }).optional(),
  state: z.enum(MATCH_STATES).optional().describe('Without it: all but `superseded`.'),
  kind: z.enum(OFFER_KINDS).optional().describe('Kind of the offer.'),
  order: z.enum(['score', 'oldest']).optional().describe('`oldest`: those under review, what has waited longest first. Left out: the best scores first.'),
  mine: queryFlag.optional().describe('Reviews that you have taken on (true), or that nobody has (false); for administrators and auditors.'),
});
export type MatchesQuery = z.infer<typeof matchesQuery>;

export const newMatch = z.strictObject({ needId: z.uuid(), offerId: z.uuid(), note: note.describe('Words for the other side; of a proposal, why the two belong together: both sides read it.') });
export type NewMatchBody = z.infer<typeof newMatch>;

/** Body of a transition. */
export const matchStep = z.strictObject({ reason, note });
export type MatchStepBody = z.infer<typeof matchStep>;

export const reviewStep = z.strictObject({
  reason,
  note,
  ticks: z.record(z.string().max(40), z.boolean()).optional().describe('What you have confirmed, by key of the rule "match.checklist".'),
});
export type ReviewStepBody = z.infer<typeof reviewStep>;

/** Body of assign. */
export const matchAssignment = z.strictObject({ personId: z.guid().describe('Who is to review it.') });
export type MatchAssignment = z.infer<typeof matchAssignment>;

export const declineStep = z.strictObject({ reason, note, shareReason: z.boolean().optional().describe('Whether the other side is told the reason; left out: as is usual for it.'), until: isoDate.optional().describe('With the reason "not-now": the day from which to ask again.') });
export type DeclineBody = z.infer<typeof declineStep>;

export const outcomeReport = z
  .strictObject({
    status: z.enum(OUTCOME_STATUSES),
    note,
    value: z.number().nonnegative().max(1e15).optional().describe('Worth of what was agreed, in `currency`.'),
    currency: z.string().regex(/^[A-Z]{3}$/, 'Give a three-letter currency code such as "USD".').optional(),
    quantities: z.array(z.strictObject({ value: z.number().nonnegative(), unit: z.string().trim().min(1).max(60) })).max(20).default([]),
  })
  .refine((report) => (report.value === undefined) === (report.currency === undefined), { path: ['currency'], message: 'Give value and currency together.' });
export type OutcomeBody = z.infer<typeof outcomeReport>;

const explained = z.object({ key: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])), text: z.string().nullable() });
const yes = z.object({ at: z.iso.datetime(), note: z.string().nullable(), revision: z.int(), confirm: z.boolean() }).nullable();

/** The other side's listing shows what members see; the organization is null where the owner hides it. */
const listing = z.object({
  id: z.uuid(),
  reference: z.string(),
  kind: z.string(),
  state: z.string(),
  title: z.string(),
  teaser: z.string().nullable(),
  language: z.string(),
  country: z.string(),
  organization: z.object({ id: z.uuid(), reference: z.string(), legalName: z.string(), country: z.string() }).nullable(),
});

const contact = z.object({ id: z.uuid(), name: z.string(), email: z.string() }).nullable();

export const matchView = z.object({
  id: z.uuid(),
  state: z.enum(MATCH_STATES),
  kind: z.enum(OFFER_KINDS),
  source: z.enum(MATCH_SOURCES),
  score: z.number().describe('0 to 100 with two decimals: the sum of the factors’ points.'),
  need: listing,
  offer: listing,
  side: z.enum(MATCH_SIDES).nullable().describe('The side the caller acts for.'),
  factors: z.array(
    z.object({
      key: z.string(),
      weight: z.number(),
      value: z.number().nullable().describe('0 to 1; null when left out and its weight shared.'),
      points: z.number(),
      reason: explained,
    }),
  ),
  rules: z.array(z.object({ key: z.string(), passed: z.boolean().nullable().describe('null: not known, to be confirmed.'), reason: explained })),
  warnings: z.array(explained),
  advice: z.array(explained),
  interest: z.object({ provider: yes, seeker: yes }).describe('`confirm`: the terms have changed, this side is asked "still yes?".'),
  proposal: z
    .object({ by: z.enum(OFFICES).nullable(), note: z.string().nullable() })
    .nullable()
    .describe('Of a match that a desk has proposed: as what, and why the two belong together.'),
  end: z.object({ at: z.iso.datetime(), side: z.enum(MATCH_SIDES).nullable(), reason: z.string().nullable(), note: z.string().nullable(), until: z.iso.date().nullable() }).nullable(),
  waitsFor: z
    .object({ who: z.enum([...MATCH_SIDES, 'administrators']), because: z.literal('verification').nullable(), since: z.iso.datetime(), until: z.iso.datetime() })
    .nullable()
    .describe('Whose turn it is, and until when: a side’s silence then ends the match, administrators should have decided. `because`: its organization has to be verified before the introduction.'),
  checklist: z
    .array(z.object({ key: z.string(), ok: z.boolean().nullable() }))
    .nullable()
    .describe('For administrators and auditors: what the system can tell of what a reviewer looks at.'),
  ticks: z.record(z.string(), z.boolean()).nullable().describe('What the reviewer confirmed when she decided; for administrators and auditors.'),
  claim: z
    .object({ by: z.guid(), name: z.string().nullable(), until: z.iso.datetime() })
    .nullable()
    .describe('For administrators and auditors: who has taken the review on, and until when nobody else decides.'),
  changedSince: z.boolean().describe('Need or offer has a newer revision than the one that was scored.'),
  engineVersion: z.string(),
  scoredOn: z.iso.date(),
  needRevision: z.int(),
  offerRevision: z.int(),
  contacts: z.object({ need: contact, offer: contact }).nullable().describe('Once introduced, on a single match only.'),
  underReviewAt: z.iso.datetime().nullable(),
  introducedAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  version: z.int(),
  allowed: z.array(z.enum(MATCH_TRANSITIONS)).describe('Transitions open to the caller now.'),
});
export type MatchView = z.infer<typeof matchView>;
const outcome = z.object({
  side: z.enum(MATCH_SIDES),
  at: z.iso.datetime(),
  status: z.enum(OUTCOME_STATUSES),
  note: z.string().nullable(),
  value: z.number().nullable(),
  currency: z.string().nullable(),
  quantities: z.array(z.object({ value: z.number(), unit: z.string() })),
});
export const outcomesView = z.object({ items: z.array(outcome) });
export type OutcomesView = z.infer<typeof outcomesView>;
export type OutcomeView = OutcomesView['items'][number];

export const matchPage = pageOfSchema(matchView);
