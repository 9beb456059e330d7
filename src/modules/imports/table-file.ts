import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { BlobStore } from '../../platform/storage/index.js';

/** A copy of a table on this machine's disk, wherever files are kept, whose name says what it is. Whoever asks for it discards it. */
export async function fetchTable(blobs: BlobStore, { fileId, fileName }: { fileId: string; fileName: string }): Promise<string> {
  await fs.mkdir(blobs.incoming, { recursive: true, mode: 0o700 });
  const file = path.join(blobs.incoming, `${randomUUID()}${path.extname(fileName)}`);
  await pipeline(await blobs.read(fileId), createWriteStream(file, { mode: 0o600 }));
  return file;
}
