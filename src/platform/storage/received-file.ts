import { fileTypeFromFile } from 'file-type';
import { isUtf8 } from 'node:buffer';
import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** An upload on the disk of this process, to be checked and kept or thrown away. */
export interface ReceivedFile {
  readonly path: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/**
 * Writes a stream below `folder`, counting and hashing while it comes; nothing of it is held in memory.
 * Call `discard` in any case.
 */
export async function receive(stream: Readable, folder: string): Promise<ReceivedFile> {
  await fs.mkdir(folder, { recursive: true, mode: 0o700 });
  const at = path.join(folder, randomUUID());
  const hash = createHash('sha256');
  let bytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      hash.update(chunk);
      done(null, chunk);
    },
  });
  try {
    await pipeline(stream, measure, createWriteStream(at, { mode: 0o600, flags: 'wx' }));
  } catch (error) {
    await discard({ path: at });
    throw error;
  }
  return { path: at, bytes, sha256: hash.digest('hex') };
}

export const discard = ({ path: at }: Pick<ReceivedFile, 'path'>): Promise<void> => fs.rm(at, { force: true });

/** The ending that the contents show, undefined for none; and whether all of it is text. */
export async function contentsOf({ path: at }: ReceivedFile): Promise<{ found: string | undefined; isText: boolean }> {
  const found = (await fileTypeFromFile(at))?.ext;
  return { found, isText: found === undefined && (await isText(at)) };
}

async function isText(at: string): Promise<boolean> {
  const contents = await fs.readFile(at);
  return isUtf8(contents) && !/[^\P{Cc}\t\n\r]/u.test(contents.toString('utf8'));
}
