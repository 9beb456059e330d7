import { createReadStream, existsSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { createGunzip } from 'node:zlib';
import { openDataFolder } from '../../config/data-folder.js';
import { SetupError } from '../../config/setup-error.js';
import { readAccess, writeAccess } from '../embedded-server/access.js';
import { runningPostmaster } from '../embedded-server/cluster.js';
import { takeLock } from '../embedded-server/lock.js';
import { place, type Placement } from '../embedded-server/placement.js';
import { freePort } from '../embedded-server/ports.js';
import { lockFile } from '../embedded-server/server.js';
import { isContent } from './data-folder.js';
import { readManifest } from './manifest.js';
import { extractTar } from './untar.js';

export interface Restored {
  readonly madeAt: string;
  /** Folders that hold what was there before; a person removes them when content. */
  readonly before: readonly string[];
}

/**
 * Puts a backup in the place of a data folder's database and files. All is unpacked beside first, so a damaged archive changes nothing.
 * @throws SetupError while the server runs, or when the file is no backup of this version's.
 */
export async function restore(home: string, file: string): Promise<Restored> {
  openDataFolder(home);
  const manifest = await readManifest(file);
  const unlock = await takeLock(lockFile(home));
  try {
    const at = place(home, { anew: true });
    assertStopped(home, at);
    if (manifest.postgres !== at.binaries.major)
      throw new SetupError(
        `${file} holds a PostgreSQL ${manifest.postgres} database and this GATE brings PostgreSQL ${at.binaries.major}: restore it with the version that made it.`,
      );
    const fresh = { cluster: `${at.cluster}.restored`, files: path.join(home, 'before-restore-unpacked') };
    await remove(fresh.cluster, fresh.files);
    try {
      await unpack(file, fresh, at);
      const before = await swap(home, at, fresh);
      writeAccess(home, { port: await freePort(), passwords: manifest.passwords, ...(at.base === home ? {} : { base: at.base }) });
      return { madeAt: manifest.madeAt, before };
    } finally {
      await remove(fresh.cluster, fresh.files);
    }
  } finally {
    unlock();
  }
}

function assertStopped(home: string, at: Placement): void {
  const recorded = readable(home);
  const clusters = [at.cluster, ...(recorded ? [path.join(recorded, 'pg')] : [])];
  if (clusters.some((cluster) => runningPostmaster(cluster) !== null))
    throw new SetupError(`The database of ${home} is running: stop GATE first, then restore.`);
}

// A damaged pg.json is a reason to restore, not to refuse.
function readable(home: string): string | undefined {
  try {
    return readAccess(home)?.base;
  } catch {
    return undefined;
  }
}

async function unpack(file: string, fresh: { cluster: string; files: string }, at: Placement): Promise<void> {
  await fs.mkdir(fresh.cluster, { mode: 0o700 });
  await fs.mkdir(fresh.files, { mode: 0o700 });
  const { uid, gid } = at.as;
  const own = async (target: string): Promise<void> => {
    if (uid !== undefined && gid !== undefined && target.startsWith(fresh.cluster)) await fs.chown(target, uid, gid);
  };
  await own(fresh.cluster);
  const stream = createReadStream(file).pipe(createGunzip());
  await extractTar(stream, {
    target: (name) => {
      if (name.startsWith('pg/')) return path.join(fresh.cluster, name.slice(3));
      return name.startsWith('files/') ? path.join(fresh.files, name.slice(6)) : null;
    },
    placed: own,
  });
}

/** What was there moves aside, what came out of the archive takes its place. */
async function swap(home: string, at: Placement, fresh: { cluster: string; files: string }): Promise<string[]> {
  const stamp = Date.now();
  const before: string[] = [];
  if (existsSync(at.cluster)) {
    before.push(`${at.cluster}.before-restore-${stamp}`);
    await fs.rename(at.cluster, before[0]!);
  }
  const old = (await fs.readdir(home)).filter(isContent);
  if (old.length > 0) {
    const aside = path.join(home, `before-restore-${stamp}`);
    before.push(aside);
    await fs.mkdir(aside, { mode: 0o700 });
    for (const name of old) await fs.rename(path.join(home, name), path.join(aside, name));
  }
  await fs.rename(fresh.cluster, at.cluster);
  for (const name of await fs.readdir(fresh.files)) await fs.rename(path.join(fresh.files, name), path.join(home, name));
  return before;
}

async function remove(...paths: string[]): Promise<void> {
  for (const target of paths) await fs.rm(target, { recursive: true, force: true });
}
