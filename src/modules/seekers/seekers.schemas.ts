import { z } from 'zod';
import { ORGANIZATION_LEVELS } from '../organizations/index.js';

const sector = z.string().regex(/^(\d{2}|\d{3}|\d{5})$/, { error: 'Give a code of the list "crs", such as "14030".' });

export const seekerPatch = z
  .strictObject({
    statement: z.string().trim().min(1).max(2_000).nullable(),
    sectors: z
      .array(sector)
      .max(40)
      .refine((list) => new Set(list).size === list.length, { error: 'A code is named twice.' }),
  })
  .partial();
export type SeekerPatch = z.infer<typeof seekerPatch>;

/** Fields below `version` are for members only (level 1). */
export const seekerView = z.object({
  id: z.guid(),
  country: z.string(),
  type: z.string(),
  level: z.enum(ORGANIZATION_LEVELS),
  sectors: z.array(z.string()),
  needs: z.int().describe('Published ones that name their owner.'),
  isExample: z.boolean(),
  version: z.int(),
  reference: z.string().optional(),
  legalName: z.string().optional(),
  languages: z.array(z.string()).optional(),
  website: z.string().nullable().optional(),
  statement: z.string().nullable().optional(),
});
export type SeekerView = z.infer<typeof seekerView>;
