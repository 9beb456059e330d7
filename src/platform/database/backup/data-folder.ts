import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { TarEntry } from './tar.js';

/** What of a data folder is not content: the cluster is copied apart, the rest belongs to this machine or this moment. */
const NOT_CONTENT = /^(pg(\..*)?|backups|before-restore-.*|native-.*|.*\.part)$/;

export const isContent = (name: string): boolean => !NOT_CONTENT.test(name);

/** Everything below a folder, parents first, as members below `prefix`. Files that go away meanwhile are left out. */
export async function* walk(
  folder: string,
  prefix: string,
  keep: (relative: string) => boolean = () => true,
  below = '',
): AsyncGenerator<TarEntry> {
  const names = await fs.readdir(path.join(folder, below)).catch(goneIsEmpty);
  for (const name of names.sort()) {
    const relative = below ? `${below}/${name}` : name;
    if (!keep(relative)) continue;
    const at = path.join(folder, relative);
    const stat = await fs.lstat(at).catch(goneIsNull);
    if (stat?.isDirectory()) {
      yield { type: 'directory', name: `${prefix}/${relative}`, mode: stat.mode };
      yield* walk(folder, prefix, keep, relative);
    } else if (stat?.isFile()) yield { type: 'file', name: `${prefix}/${relative}`, mode: stat.mode, path: at };
  }
}

function goneIsEmpty(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return [];
  throw error;
}

function goneIsNull(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
