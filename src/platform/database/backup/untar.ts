import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { checksum } from './tar.js';

export interface ExtractOptions {
  /** Where a member goes; null leaves it out. */
  readonly target: (name: string) => string | null;
  /** Called when a file or folder is in place. */
  readonly placed?: (path: string) => Promise<void>;
}

const BLOCK = 512;

/**
 * Unpacks an archive made by writeTar.
 * @throws Error when it is cut short, damaged, or names a place outside its targets.
 */
export async function extractTar(stream: AsyncIterable<Buffer>, { target, placed }: ExtractOptions): Promise<void> {
  const input = new ByteReader(stream);
  for (;;) {
    const block = await input.take(BLOCK);
    if (block.every((byte) => byte === 0)) return;
    const { name, mode, size, type } = readHeader(block);
    const to = target(name);
    if (to && type === 'directory') await fs.mkdir(to, { recursive: true, mode });
    if (to && type === 'file') {
      await fs.mkdir(path.dirname(to), { recursive: true });
      const file = await fs.open(to, 'w', mode);
      try {
        for await (const piece of input.pieces(size)) await file.write(piece);
      } finally {
        await file.close();
      }
    } else for await (const _skipped of input.pieces(size));
    await input.take((BLOCK - (size % BLOCK)) % BLOCK);
    if (to) await placed?.(to);
  }
}

/** The content of the first member, which says what the archive is. */
export async function readFirst(stream: AsyncIterable<Buffer>): Promise<{ name: string; content: Buffer }> {
  const input = new ByteReader(stream);
  const { name, size } = readHeader(await input.take(BLOCK));
  return { name, content: await input.take(size) };
}

function readHeader(block: Buffer): { name: string; mode: number; size: number; type: 'file' | 'directory' } {
  const text = (from: number, to: number): string => block.subarray(from, to).toString().split('\0')[0]!.trim();
  const blanked = Buffer.from(block);
  blanked.fill(' ', 148, 156);
  if (checksum(blanked) !== Number.parseInt(text(148, 156), 8)) throw new Error('this is no archive, or it is damaged');
  const name = [text(345, 500), text(0, 100)].filter(Boolean).join('/');
  if (path.isAbsolute(name) || name.split('/').includes('..')) throw new Error(`the archive names ${name}, outside its own folder`);
  return {
    name,
    mode: Number.parseInt(text(100, 108), 8),
    size: Number.parseInt(text(124, 136), 8),
    type: text(156, 157) === '5' ? 'directory' : 'file',
  };
}

/** Exact numbers of bytes out of chunks of any size. */
class ByteReader {
  private readonly chunks: AsyncIterator<Buffer>;
  private rest: Buffer = Buffer.alloc(0);

  constructor(stream: AsyncIterable<Buffer>) {
    this.chunks = stream[Symbol.asyncIterator]();
  }

  async take(size: number): Promise<Buffer> {
    const pieces: Buffer[] = [];
    for await (const piece of this.pieces(size)) pieces.push(piece);
    return Buffer.concat(pieces);
  }

  async *pieces(size: number): AsyncGenerator<Buffer> {
    for (let left = size; left > 0;) {
      if (this.rest.length === 0) {
        const next = await this.chunks.next();
        if (next.done) throw new Error('the archive is cut short');
        this.rest = next.value;
      }
      const piece = this.rest.subarray(0, left);
      this.rest = this.rest.subarray(piece.length);
      left -= piece.length;
      yield piece;
    }
  }
}
