import * as fs from 'node:fs/promises';

/** One member of an archive; `path` is read when its turn comes and left out when it has gone by then. */
export type TarEntry = { readonly name: string; readonly mode: number } & (
  | { readonly type: 'directory' }
  | { readonly type: 'file'; readonly content: string | Buffer }
  | { readonly type: 'file'; readonly path: string }
);

const BLOCK = 512;
const CHUNK = 1024 * 1024;
/** Eleven octal digits. */
const MAX_SIZE = 8 ** 11 - 1;

/** Writes a POSIX ustar archive: any tar can open it, though none is needed on the machine. */
export async function* writeTar(entries: AsyncIterable<TarEntry>): AsyncGenerator<Buffer> {
  for await (const entry of entries) {
    if (entry.type === 'directory') yield header(`${entry.name}/`, 0, entry.mode, '5');
    else if ('content' in entry) yield* member(entry.name, entry.mode, Buffer.from(entry.content));
    else yield* fileMember(entry.name, entry.mode, entry.path);
  }
  yield Buffer.alloc(2 * BLOCK);
}

function* member(name: string, mode: number, content: Buffer): Generator<Buffer> {
  yield header(name, content.length, mode, '0');
  yield content;
  yield padding(content.length);
}

/** A file may grow or shrink while it is read: it is taken at the length it had when opened, filled up with zeros if need be. */
async function* fileMember(name: string, mode: number, path: string): AsyncGenerator<Buffer> {
  const file = await fs.open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (!file) return;
  try {
    const { size } = await file.stat();
    yield header(name, size, mode, '0');
    for (let left = size; left > 0;) {
      const { bytesRead, buffer } = await file.read({ buffer: Buffer.alloc(Math.min(CHUNK, left)), position: size - left });
      const piece = bytesRead === 0 ? Buffer.alloc(Math.min(CHUNK, left)) : buffer.subarray(0, bytesRead);
      yield piece;
      left -= piece.length;
    }
    yield padding(size);
  } finally {
    await file.close();
  }
}

const padding = (size: number): Buffer => Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);

function header(fullName: string, size: number, mode: number, type: '0' | '5'): Buffer {
  const { prefix, name } = splitName(fullName);
  if (size > MAX_SIZE) throw new Error(`${fullName} is too large for an archive`);
  const block = Buffer.alloc(BLOCK);
  const octal = (value: number, digits: number): string => `${value.toString(8).padStart(digits, '0')}\0`;
  block.write(name, 0);
  block.write(octal(mode & 0o7777, 7), 100);
  block.write(octal(0, 7), 108);
  block.write(octal(0, 7), 116);
  block.write(octal(size, 11), 124);
  block.write(octal(Math.floor(Date.now() / 1000), 11), 136);
  block.write(' '.repeat(8), 148);
  block.write(type, 156);
  block.write('ustar\x0000', 257);
  block.write(prefix, 345);
  block.write(`${octal(checksum(block), 6)} `, 148);
  return block;
}

export const checksum = (block: Buffer): number => block.reduce((sum, byte) => sum + byte, 0);

/** Names above 100 bytes are cut at a slash: up to 155 bytes before, 100 behind. */
function splitName(full: string): { prefix: string; name: string } {
  if (Buffer.byteLength(full) <= 100) return { prefix: '', name: full };
  for (let cut = full.indexOf('/'); cut !== -1; cut = full.indexOf('/', cut + 1)) {
    const name = full.slice(cut + 1);
    if (name && Buffer.byteLength(name) <= 100 && Buffer.byteLength(full.slice(0, cut)) <= 155) return { prefix: full.slice(0, cut), name };
  }
  throw new Error(`the name ${full} is too long for an archive`);
}
