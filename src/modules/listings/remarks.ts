import { z } from 'zod';

/** What comes with a transition: a code of the list `reason`, and words for the other side. */
export const remarks = z.strictObject({
  reason: z.string().trim().min(1).max(40).optional().describe('A code of the list "reason" (/api/v1/code-lists/reason).'),
  note: z.string().trim().min(1).max(2_000).optional().describe('Words for those concerned.'),
});
export type Remarks = z.infer<typeof remarks>;
