import { z } from 'zod';
import { language, offerContent, patchShape } from '../listings/index.js';
import { financingContent } from './financing.schemas.js';
import { solutionContent } from './solution.schemas.js';
import { technologyContent } from './technology.schemas.js';

const owned = { organizationId: z.uuid(), language };

/** Body of POST /api/v1/offers. */
export const newOffer = z.discriminatedUnion('kind', [
  technologyContent.extend({ kind: z.literal('technology'), ...owned }),
  solutionContent.extend({ kind: z.literal('solution'), ...owned }),
  financingContent.extend({ kind: z.literal('financing'), ...owned }),
]);
export type NewOffer = z.infer<typeof newOffer>;

/** Body of PATCH /api/v1/offers/{id}; the fields of `details` are checked against the offer's kind. */
export const offerPatch = z.strictObject({
  ...patchShape(offerContent),
  language: language.optional(),
  details: z.record(z.string(), z.unknown()).optional().describe('Fields of the details of its kind; null takes one out.'),
});
export type OfferPatch = { language?: string } & Record<string, unknown>;
