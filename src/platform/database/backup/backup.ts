import { createWriteStream } from 'node:fs';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { SetupError } from '../../config/setup-error.js';
import { readAccess } from '../embedded-server/access.js';
import { runningPostmaster } from '../embedded-server/cluster.js';
import { takeLock } from '../embedded-server/lock.js';
import { place, type Placement } from '../embedded-server/placement.js';
import { acquireServer, lockFile } from '../embedded-server/server.js';
import { AUDIT_HEAD_FILE } from '../../audit/audit-anchor.js';
import { coldCopy, onlineCopy } from './cluster-copy.js';
import { isContent, walk } from './data-folder.js';
import { MANIFEST, type Manifest } from './manifest.js';
import { writeTar, type TarEntry } from './tar.js';

export interface BackupOptions {
  /** The data folder. */
  readonly home: string;
  readonly database: string;
  /** Folder for the file; `backups` in the data folder by default. */
  readonly to?: string;
  /** Goes into the name of the file. */
  readonly label?: string;
}

const AUTOMATIC = 'before-migration';
const KEPT = 3;

/**
 * Copies the embedded cluster and the files of a data folder into one archive (0600): online when the server runs, cold when not.
 * @returns the path of the archive.
 */
export async function backup(options: BackupOptions): Promise<string> {
  if (!readAccess(options.home))
    throw new SetupError(`There is nothing to back up in ${options.home}: no database has been made there yet.`);
  if (runningPostmaster(place(options.home).cluster) !== null) return backupOnline(options);
  const unlock = await takeLock(lockFile(options.home));
  try {
    const at = place(options.home);
    if (runningPostmaster(at.cluster) === null) return await write(options, at, coldCopy(at.cluster), false);
  } finally {
    unlock();
  }
  return backupOnline(options);
}

/** Before migrations change data. The last three of these are kept; those asked for by a person are never removed. */
export async function backupBeforeMigration(options: Pick<BackupOptions, 'home' | 'database'>): Promise<string> {
  const file = await backup({ ...options, label: AUTOMATIC });
  const folder = path.dirname(file);
  const automatic = (await fs.readdir(folder)).filter((name) => name.endsWith(`-${AUTOMATIC}.tar.gz`)).sort();
  for (const name of automatic.slice(0, -KEPT)) await fs.rm(path.join(folder, name));
  return file;
}

async function backupOnline(options: BackupOptions): Promise<string> {
  // The claim keeps the server up until the copy is done, whoever else leaves.
  const server = await acquireServer(options);
  try {
    return await write(options, server.placement, onlineCopy(server.placement.cluster, server.superUrl), true);
  } finally {
    await server.release();
  }
}

async function write(
  { home, to, label }: BackupOptions,
  at: Placement,
  cluster: AsyncIterable<TarEntry>,
  online: boolean,
): Promise<string> {
  const access = readAccess(home);
  if (!access) throw new SetupError(`${home}/pg.json has gone: nothing was backed up.`);
  const folder = to ?? path.join(home, 'backups');
  await fs.mkdir(folder, { recursive: true, mode: 0o700 });
  const madeAt = new Date().toISOString();
  const stamp = madeAt.replace(/[-:]/g, '').replace(/\.(\d+)Z/, '$1Z');
  const file = path.join(folder, `gate-${stamp}${label ? `-${label}` : ''}.tar.gz`);
  const draft = `${file}.part`;
  const entries = members(home, { format: 1, postgres: at.binaries.major, madeAt, online, passwords: access.passwords }, cluster);
  try {
    // Level 1: the pages of a young cluster are mostly empty, more effort gains little and costs seconds.
    await pipeline(Readable.from(writeTar(entries)), createGzip({ level: 1 }), createWriteStream(draft, { mode: 0o600, flush: true }));
    await fs.rename(draft, file);
  } catch (error) {
    await fs.rm(draft, { force: true });
    throw error;
  }
  return file;
}

async function* members(home: string, manifest: Manifest, cluster: AsyncIterable<TarEntry>): AsyncGenerator<TarEntry> {
  yield { type: 'file', name: MANIFEST, mode: 0o600, content: JSON.stringify(manifest) };
  // Before the database: a head that is ahead of it would report the restored trail as cut off.
  yield* walk(home, 'files', (relative) => relative === AUDIT_HEAD_FILE);
  yield* cluster;
  yield* walk(home, 'files', (relative) => relative !== AUDIT_HEAD_FILE && isContent(relative.split('/')[0]!));
}
