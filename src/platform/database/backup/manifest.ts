import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { SetupError } from '../../config/setup-error.js';
import { readFirst } from './untar.js';

export const MANIFEST = 'manifest.json';

const manifest = z.object({
  format: z.literal(1),
  postgres: z.number().int(),
  madeAt: z.string(),
  online: z.boolean(),
  passwords: z.object({ super: z.string(), owner: z.string(), app: z.string() }),
});

/** The first member of a backup: what made it, and the passwords of the roles inside the copied cluster. */
export type Manifest = z.infer<typeof manifest>;

/** @throws SetupError when the file is no backup of GATE's. */
export async function readManifest(file: string): Promise<Manifest> {
  const stream = createReadStream(file);
  const unzipped = stream.pipe(createGunzip());
  stream.on('error', (error) => unzipped.destroy(error));
  try {
    const { name, content } = await readFirst(unzipped);
    if (name !== MANIFEST) throw new Error(`it begins with ${name}`);
    return manifest.parse(JSON.parse(content.toString()));
  } catch (error) {
    throw new SetupError(`${file} is no backup that this version can restore (${(error as Error).message}).`, { cause: error });
  } finally {
    stream.destroy();
    unzipped.destroy();
  }
}
