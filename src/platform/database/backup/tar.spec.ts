import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { type TarEntry, writeTar } from './tar.js';
import { extractTar, readFirst } from './untar.js';

async function archive(entries: TarEntry[]): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of writeTar(
    (async function* () {
      yield* entries;
    })(),
  ))
    pieces.push(piece);
  return Buffer.concat(pieces);
}

/** In chunks of any size, as a stream gives them. */
async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe('archives', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'gate-tar-'))));
  afterEach(() => rmSync(folder, { recursive: true }));
  const into = (name: string): string => path.join(folder, 'out', name);

  it.each([1, 511, 512, 513, 100_000])('come back as they were, read in chunks of %d bytes', async (size) => {
    const source = path.join(folder, 'source');
    writeFileSync(source, 'x'.repeat(1500));
    const deep = `${'folder-with-a-long-name/'.repeat(5)}${'f'.repeat(90)}.txt`;
    const bytes = await archive([
      { type: 'file', name: 'first.json', mode: 0o600, content: '{"a":1}' },
      { type: 'directory', name: 'empty', mode: 0o700 },
      { type: 'file', name: 'gone', mode: 0o600, path: path.join(folder, 'no such file') },
      { type: 'file', name: 'empty.txt', mode: 0o644, content: '' },
      { type: 'file', name: deep, mode: 0o640, path: source },
    ]);
    expect(await readFirst(inChunks(bytes, size))).toMatchObject({ name: 'first.json', content: Buffer.from('{"a":1}') });
    await extractTar(inChunks(bytes, size), { target: into });
    expect(readFileSync(into(deep), 'utf8')).toBe('x'.repeat(1500));
    expect(statSync(into('first.json')).mode & 0o777).toBe(0o600);
    expect(statSync(into('empty')).isDirectory()).toBe(true);
    expect(readFileSync(into('empty.txt'), 'utf8')).toBe('');
    expect(() => statSync(into('gone'))).toThrow('ENOENT');
  });

  it('are refused when cut short, damaged, or naming a place outside', async () => {
    const bytes = await archive([{ type: 'file', name: 'a', mode: 0o600, content: 'x'.repeat(600) }]);
    await expect(extractTar(inChunks(bytes.subarray(0, 900), 512), { target: into })).rejects.toThrow('cut short');
    const damaged = Buffer.from(bytes);
    damaged[3] = 77;
    await expect(extractTar(inChunks(damaged, 512), { target: into })).rejects.toThrow('damaged');
    const outside = await archive([{ type: 'file', name: '../a', mode: 0o600, content: 'x' }]);
    await expect(extractTar(inChunks(outside, 512), { target: into })).rejects.toThrow('outside');
    await expect(archive([{ type: 'file', name: 'n'.repeat(101), mode: 0o600, content: '' }])).rejects.toThrow('too long');
  });
});
