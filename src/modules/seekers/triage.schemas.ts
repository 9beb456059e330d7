import { z } from 'zod';

export const triageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('How many of the first to show.'),
});
export type TriageQuery = z.infer<typeof triageQuery>;

const reason = z.object({
  code: z.enum(['not-eligible-country', 'not-described', 'member-of', 'was-member-of', 'national-plan', 'open-needs-of-country']),
  group: z.string().optional(),
  points: z.number().int().optional(),
  count: z.number().int().optional(),
});

const triaged = z.object({
  id: z.guid(),
  reference: z.string(),
  title: z.string(),
  state: z.string(),
  facility: z.string(),
  country: z.string(),
  submittedAt: z.union([z.date(), z.iso.datetime({ offset: true })]),
  eligible: z.boolean(),
  priority: z.number().int().describe('Points: higher is sooner.'),
  balance: z.number().int().describe('Open needs of the same country: fewer is sooner.'),
  reasons: z.array(reason),
});
export type TriageView = z.infer<typeof triaged>;
export const triageAnswer = z.object({ items: z.array(triaged) });
