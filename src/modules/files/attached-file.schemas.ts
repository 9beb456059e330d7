import { z } from 'zod';

/** What makes a file, sent before, part of something. */
export const newAttachedFile = z.strictObject({ file: z.uuid({ error: 'Give the id that POST /api/v1/files answered.' }) });
export type NewAttachedFile = z.infer<typeof newAttachedFile>;

/** As the holder of a file shows it; null where there is none. */
export const attachedFile = z.object({ name: z.string(), type: z.string(), bytes: z.int() }).nullable();
export type AttachedFile = z.infer<typeof attachedFile>;
