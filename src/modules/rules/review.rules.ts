import { z } from 'zod';
import { defineRule } from './rule.js';

export const reviewDueDays = defineRule('review.due-days', {
  about: 'Working days until somebody should have decided on what waits for review: a listing, an organization or a match.',
  schema: z.int().min(1).max(90),
  value: 5,
});
