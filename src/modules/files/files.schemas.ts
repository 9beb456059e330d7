import { z } from 'zod';

/** A file that was taken: name it by its id in what it is to be part of. */
export const fileView = z.object({
  id: z.guid(),
  name: z.string(),
  type: z.string(),
  bytes: z.int(),
  sha256: z.string(),
});
export type FileView = z.infer<typeof fileView>;
