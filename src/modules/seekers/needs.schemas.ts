import { z } from 'zod';
import { language, patchShape } from '../listings/index.js';
import { needContent, needDetails } from './need.schemas.js';

/** Body of POST /api/v1/needs. */
export const newNeed = needContent.extend({ organizationId: z.uuid(), language });
export type NewNeed = z.infer<typeof newNeed>;

/** Body of PATCH /api/v1/needs/{id}. */
export const needPatch = z.strictObject({
  ...patchShape(needContent.shape),
  language: language.optional(),
  details: z.strictObject(patchShape(needDetails.shape)).optional(),
});
export type NeedPatch = { language?: string } & Record<string, unknown>;

/** Body of POST /api/v1/needs/{id}/fill-lot. */
export const filledLot = z.strictObject({ lot: z.string().min(1).max(40).describe('The key of one of its lots.') });
export type FilledLot = z.infer<typeof filledLot>;
