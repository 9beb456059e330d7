import { z } from 'zod';
import { defineRule } from '../rules/index.js';
import { money } from './content.schemas.js';

export const samplePercent = defineRule('review.sample-percent', {
  about:
    'Of the listings that a country centre has approved and nothing else takes before the global desk: how many in a hundred it looks at anyway.',
  schema: z.number().min(0).max(100),
  value: 0,
});

export const financingAbove = defineRule('review.financing-above', {
  about: 'Financing whose largest ticket is above this sum is approved by the global desk after the country centre.',
  schema: money,
  value: { amount: 1_000_000, currency: 'USD' },
});

export const healthSectors = defineRule('review.health-sectors', {
  about: 'First digits of the CRS codes whose technologies are health products: the global desk approves them after the country centre.',
  schema: z.array(z.string().regex(/^\d{2,5}$/)).max(50),
  value: ['12', '13'],
});

export const remindReviewerDays = defineRule('review.remind-days', {
  about: 'Working days until those are reminded with whom a listing waits for review.',
  schema: z.int().min(1).max(90),
  value: 5,
});

export const passOnDays = defineRule('review.pass-on-days', {
  about: 'Working days until a listing that its country centre has not decided on passes to the global desk.',
  schema: z.int().min(1).max(180),
  value: 10,
});

export const claimHours = defineRule('review.claim-hours', {
  about: 'Hours for which a reviewer who has taken a listing or a match on keeps it to herself.',
  schema: z.int().min(1).max(720),
  value: 48,
});

const checklist = z.strictObject({
  required: z.boolean().describe('Whether nothing is approved before every item is ticked.'),
  items: z.record(z.string().regex(/^[a-z][a-z0-9-]{1,58}$/), z.string().trim().min(1).max(300)),
});

const COMMON = {
  'public-text': 'Title and summary say what it is and name nobody.',
  codes: 'Sector and goals fit the text.',
  claims: 'What it claims is possible, and where it matters evidence is named.',
};

export const reviewChecklist = defineRule('review.checklist', {
  about: 'What reviewers look at, by kind of listing; the keys are kept with each decision.',
  schema: z.strictObject({ technology: checklist, solution: checklist, financing: checklist, need: checklist }),
  value: {
    technology: {
      required: false,
      items: {
        ...COMMON,
        'intellectual-property': 'Whoever offers it may do so.',
        'dual-use': 'The declaration on military ends is plausible.',
      },
    },
    solution: { required: false, items: { ...COMMON, conditions: 'It says what must hold elsewhere for it to work there.' } },
    financing: { required: false, items: { ...COMMON, terms: 'Sum, applicants and window are clear.' } },
    need: { required: false, items: { ...COMMON, must: 'Must-haves are needed and not written for one provider.' } },
  },
});
