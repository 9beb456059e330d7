import { z } from 'zod';
import { attachedFile } from '../files/index.js';
import { COPY_BY, DOCUMENT_KINDS, type L1Part, L1_PAPERS, type L2Part, L2_PAPERS } from './verification.policy.js';

const day = z.iso.date({ error: 'Give a date such as 2026-11-24.' });
const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^\P{Cc}*$/u, { error: 'Write it on one line.' });

export const newDocument = z
  .strictObject({
    kind: z.enum(DOCUMENT_KINDS),
    title: line(200),
    reference: line(100).optional().describe('The number under which the office that issued it knows it.'),
    language: z.string().regex(/^[a-z]{2,3}$/, { error: 'Give a language code such as "en" or "pt".' }),
    translated: z.boolean().default(false).describe('A translation into a language of the desk is with it.'),
    issuedOn: day,
    expiresOn: day.optional().describe('Left out for a paper that does not run out.'),
  })
  .refine(({ issuedOn, expiresOn }) => expiresOn === undefined || issuedOn <= expiresOn, {
    path: ['expiresOn'],
    error: 'It ends before it was issued.',
  });
export type NewDocument = z.infer<typeof newDocument>;

export const copyAnswer = z.strictObject({
  by: z.enum(COPY_BY).describe('Who is to bring the copy: the organization later, or its centre.'),
});
export type CopyAnswer = z.infer<typeof copyAnswer>;

export const acceptance = z.strictObject({ note: z.string().trim().min(1).max(1_000).optional() });
export type Acceptance = z.infer<typeof acceptance>;
export const refusal = z.strictObject({
  reason: z.string().trim().min(1).max(40).describe('A code of the list "reason" (/api/v1/code-lists/reason).'),
  note: z.string().trim().min(1).max(1_000).optional(),
});
export type Refusal = z.infer<typeof refusal>;

const moment = z.union([z.date(), z.iso.datetime({ offset: true })]);

const document = z.object({
  id: z.guid(),
  kind: z.enum(DOCUMENT_KINDS),
  title: z.string(),
  reference: z.string().nullable(),
  language: z.string(),
  translated: z.boolean(),
  issuedOn: z.string(),
  expiresOn: z.string().nullable(),
  uploadedAt: moment,
  outcome: z.enum(['accepted', 'refused']).nullable(),
  reason: z.string().nullable(),
  note: z.string().nullable(),
  reviewedAt: moment.nullable(),
  reviewedBy: z.enum(['centre', 'administrators']).nullable().describe('The office that decided.'),
  reviewer: z.string().nullable().describe('Who decided; for those who review the organization alone.'),
  file: attachedFile,
  copyBy: z.enum(COPY_BY).nullable().describe('Who is to bring the copy that is not there yet; null without an answer.'),
});
export type DocumentView = z.infer<typeof document>;

const waiting = z
  .object({
    with: z.enum(['centre', 'administrators']),
    since: moment,
    dueAt: moment,
    late: z.boolean().describe('That day has passed, and administrators are told.'),
  })
  .nullable();

export const documentsView = z.object({
  items: z.array(document),
  missing: z
    .array(z.enum(Object.keys(L1_PAPERS) as [L1Part, ...L1Part[]]))
    .describe('What of L1 has not been accepted yet, or has run out.'),
  waiting: waiting.describe('Where undecided papers wait, since when, and by when somebody should have decided.'),
  verifiedUntil: moment.nullable().describe('End of the present verification, or of the last one.'),
  renewableFrom: moment.nullable().describe('From then on papers that are handed in count towards the next verification.'),
  dueDiligence: z
    .object({
      missing: z
        .array(z.enum(Object.keys(L2_PAPERS) as [L2Part, ...L2Part[]]))
        .describe('What has not been accepted yet, or has run out; when nothing is missing, an administrator decides.'),
      until: moment.nullable(),
      renewableFrom: moment.nullable(),
      waiting: waiting.describe('Since when the decision on the whole waits, and by when it should have been taken.'),
    })
    .describe('The level above a verification (L2): financial statement, owners and three references.'),
});
export type DocumentsView = z.infer<typeof documentsView>;
