import { z } from 'zod';

/** A file to be sent part by part. */
export const newUpload = z.strictObject({
  name: z.string().min(1).max(300),
  type: z.string().max(200).describe('Media type, such as application/pdf.'),
  bytes: z.int().min(1).describe('Size of the whole file.'),
});
export type NewUpload = z.infer<typeof newUpload>;

export const uploadView = z.object({
  id: z.guid(),
  bytes: z.int(),
  received: z.int().describe('So many bytes have arrived: the next part begins here.'),
});
export type UploadView = z.infer<typeof uploadView>;

/** Where in the file a part begins. */
export const uploadPlace = z.coerce.number().int().min(0);

/** A file that was taken: name it by its id in what it is to be part of. */
export const fileView = z.object({
  id: z.guid(),
  name: z.string(),
  type: z.string(),
  bytes: z.int(),
  sha256: z.string(),
});
export type FileView = z.infer<typeof fileView>;
