import { z } from 'zod';
import { defineRule } from '../rules/index.js';

const days = z.int().min(1).max(365);

export const remindSideDays = defineRule('match.remind-days', {
  about: 'Working days until a side is reminded whose answer to a match is awaited.',
  schema: days,
  value: 5,
});

export const tellDeskDays = defineRule('match.tell-desk-days', {
  about: 'Working days until the country centre of a side that has not answered is told, or the global desk where there is none.',
  schema: days,
  value: 10,
});

export const lapseDays = defineRule('match.lapse-days', {
  about: 'Working days until a match ends because a side has not answered.',
  schema: days,
  value: 30,
});

export const verificationDays = defineRule('match.verification-days', {
  about: 'Days of the calendar for which a match waits that both want, until the organization of a side is verified; then it ends.',
  schema: days,
  value: 30,
});

export const quietDays = defineRule('match.quiet-lapse-days', {
  about: 'Days until a suggestion that neither side has answered ends without a word.',
  schema: days,
  value: 60,
});

export const outcomeDays = defineRule('match.outcome-days', {
  about: 'Days after an introduction on which each side is asked what became of it.',
  schema: z.array(days).max(10),
  value: [30, 90, 180, 365],
});

export const questionsMax = defineRule('match.questions-max', {
  about: 'How many questions each side may ask the other before it answers.',
  schema: z.int().min(0).max(20),
  value: 3,
});

export const undoMinutes = defineRule('match.undo-minutes', {
  about: 'Minutes within which whoever declined or rejected a match may take that back; an introduction cannot be taken back.',
  schema: z.int().min(1).max(1_440),
  value: 10,
});

export const sharedReasons = defineRule('match.shared-reasons', {
  about: 'Reasons of a decline that the other side is told unless whoever declines says otherwise; of others it is told that the match is not taken further.',
  schema: z.array(z.string().min(1).max(40)).max(100),
  value: ['price', 'capacity', 'timing', 'fit'],
});

export const deskChecklist = defineRule('match.checklist', {
  about: 'What an administrator confirms before she introduces two sides, beside what the system tells her; what is required has to be ticked.',
  schema: z
    .array(z.strictObject({ key: z.string().regex(/^[a-z][a-z-]{1,39}$/), text: z.string().min(1).max(300), required: z.boolean() }))
    .max(20),
  value: [
    { key: 'serves-the-need', text: 'Read side by side, the offer can serve the need.', required: false },
    { key: 'authority-known', text: 'Who said yes for each side may speak for it.', required: false },
    { key: 'nothing-against-it', text: 'The centres know of nothing that speaks against it.', required: false },
  ],
});

export const appealDays = defineRule('match.appeal-days', {
  about: 'Days within which a side may appeal against the rejection of a match that both had said yes to.',
  schema: days,
  value: 30,
});
