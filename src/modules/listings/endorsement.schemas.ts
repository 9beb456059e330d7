import { z } from 'zod';
import { attachedFile } from '../files/index.js';

const line = (max: number, error: string) =>
  z
    .string()
    .trim()
    .min(2, { error })
    .max(max)
    .regex(/^\P{Cc}*$/u, { error: 'Write it on one line.' });
const day = z.iso.date({ error: 'Give a date such as 2026-11-24.' });

export const newEndorsement = z
  .strictObject({
    institution: line(200, 'Give the institution that endorses it.'),
    person: line(120, 'Give the name of the person who signed for it.'),
    position: line(120, 'Give her position there.'),
    document: line(200, 'Give the reference of the letter or decision.'),
    on: day.describe('The day of the letter.'),
    until: day.optional().describe('Its last day; without one it holds until it is withdrawn.'),
  })
  .refine(({ on, until }) => until === undefined || until >= on, { path: ['until'], error: 'It ends before it begins.' });
export type NewEndorsement = z.infer<typeof newEndorsement>;

export const endorsementWithdrawal = z.strictObject({
  reason: z.string().min(1).max(60).describe('A code of the list "reason".'),
  note: z.string().trim().min(1).max(1_000).optional().describe('For its owner and the house.'),
});
export type EndorsementWithdrawal = z.infer<typeof endorsementWithdrawal>;

export const endorsementView = z.object({
  institution: z.string(),
  on: z.string(),
  until: z.string().nullable(),
  person: z.string().optional(),
  position: z.string().optional(),
  document: z.string().optional(),
  letter: attachedFile.optional().describe('The copy of that letter, read at /endorsements/{id}/letter; null where there is none.'),
  id: z.uuid().optional(),
  state: z.enum(['in-force', 'expired', 'withdrawn']).optional(),
  reason: z.string().nullable().optional(),
  note: z.string().nullable().optional(),
});
