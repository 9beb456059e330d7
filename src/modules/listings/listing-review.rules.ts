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
