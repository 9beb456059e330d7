import { z } from 'zod';
import { text } from './content.schemas.js';

/** What comes with a transition: a code of the list `reason`, and words for the other side. */
export const remarks = z.strictObject({
  reason: z.string().trim().min(1).max(40).optional().describe('A code of the list "reason" (/api/v1/code-lists/reason).'),
  note: text(2_000).optional().describe('Words for those concerned.'),
});
export type Remarks = z.infer<typeof remarks>;

/** What comes with a renewal: the answers to "still available? anything changed?". Nothing said is yes, and no. */
export const renewal = remarks.extend({
  stillAvailable: z
    .literal(true, 'What is no longer available is not renewed: withdraw it, or pause it until it is available again.')
    .optional(),
  changed: z.boolean().optional().describe('Something has changed: a revision is opened for it beside the published one.'),
});
export type Renewal = Omit<z.infer<typeof renewal>, 'stillAvailable'>;

/** What comes with a decision of a reviewer. */
export const verdict = remarks.extend({
  checklist: z
    .record(z.string().max(60), z.boolean())
    .optional()
    .describe('Items of the checklist of its kind (rule "review.checklist"), each looked at or not.'),
  readBy: z.string().trim().min(1).max(200).optional().describe('Who read the source language for you, when you do not read it.'),
});
export type Verdict = z.infer<typeof verdict>;

const fieldRequest = z.strictObject({
  path: z
    .string()
    .regex(/^(details\.)?[a-zA-Z]{1,40}$/, 'Give a field such as "title" or "details.advantage".')
    .describe('The field to change.'),
  note: text(2_000).describe('What to change.'),
});
export type FieldRequest = z.infer<typeof fieldRequest>;

/** Body of request-changes: words for the whole, and for single fields. */
export const changesWanted = verdict.extend({ fields: z.array(fieldRequest).max(50).optional() });
export type ChangesWanted = z.infer<typeof changesWanted>;

/** Body of an answer to a request for change. */
export const requestAnswer = z.strictObject({
  answer: text(2_000).describe('Why the field stays, or what you changed.'),
});
export type RequestAnswer = z.infer<typeof requestAnswer>;
