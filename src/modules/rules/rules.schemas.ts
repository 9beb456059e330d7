import { z } from 'zod';

export const ruleParam = z.string().regex(/^[a-z0-9.-]{3,80}$/);

export const newVersion = z.strictObject({
  value: z
    .unknown()
    .refine((value) => value !== undefined, 'Give the new value.')
    .describe('As the rule’s schema asks.'),
  from: z.iso.date({ error: 'Give a date such as 2026-11-24.' }).optional().describe('First day it holds; today when left out.'),
  facility: z.string().max(40).optional().describe('For this facility alone.'),
});
export type NewVersion = z.infer<typeof newVersion>;

export const versionView = z.object({
  id: z.uuid(),
  value: z.unknown(),
  facility: z.string().nullable(),
  from: z.string(),
  status: z.enum(['future', 'in-force', 'past', 'withdrawn']),
  setBy: z.string().nullable(),
  setAt: z.iso.datetime(),
});
export type VersionView = z.infer<typeof versionView>;

const summary = {
  rule: z.string(),
  about: z.string(),
  houseWide: z.boolean().describe('It holds for the whole exchange: no facility has its own.'),
  value: z.unknown().describe('What holds today for all.'),
  default: z.unknown(),
};
export const rulesView = z.object({ items: z.array(z.object({ ...summary, changed: z.boolean() })) });
export const ruleView = z.object({ ...summary, schema: z.unknown().describe('JSON Schema of a value.'), versions: z.array(versionView) });
