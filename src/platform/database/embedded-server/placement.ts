import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { SetupError } from '../../config/setup-error.js';
import { readAccess } from './access.js';
import { packagedBinaries, programsIn, type Binaries } from './binaries.js';
import type { RunAs } from './command.js';
import { chooseUser, mayEnter, proveRunnable } from './run-as.js';

/** Where a data folder's cluster lies, which programs work on it, and as whom. */
export interface Placement {
  readonly home: string;
  /** Holds `pg` (the cluster) and `pg.log`: the data folder, or a folder below /var/lib/gate. */
  readonly base: string;
  readonly cluster: string;
  readonly log: string;
  readonly binaries: Binaries;
  readonly as: RunAs;
}

const SYSTEM_ROOT = '/var/lib/gate';

/**
 * As root, PostgreSQL runs as an ordinary user, who may be unable to enter the project or the data folder (root's home is 0700).
 * Then programs and cluster, and nothing else, lie in /var/lib/gate/<hash>; never in a temporary folder, which systems purge.
 * A place once recorded in pg.json stays, except `anew`.
 */
export function place(home: string, { anew = false } = {}): Placement {
  const recorded = anew ? undefined : readAccess(home)?.base;
  if (recorded && !fs.existsSync(recorded))
    throw new SetupError(
      `The database of ${home} lay in ${recorded}, which is gone: restore a backup (npm run gate -- restore FILE), or remove ${home}/pg.json to begin with an empty one.`,
    );
  const packaged = packagedBinaries();
  const base = recorded ?? home;
  const as = chooseUser(path.join(base, 'pg'));
  const elsewhere = recorded ?? (mayEnter(home, as) ? null : systemBase(home, as));
  if (elsewhere === null && mayEnter(packaged.native, as)) return at(home, home, packaged, as);
  const aside = elsewhere ?? systemBase(home, as);
  const binaries = mayEnter(packaged.native, as) ? packaged : copyOf(packaged, aside, as);
  return at(home, elsewhere ?? home, binaries, as);
}

function at(home: string, base: string, binaries: Binaries, as: RunAs): Placement {
  proveRunnable(binaries, as);
  return { home, base, cluster: path.join(base, 'pg'), log: path.join(base, 'pg.log'), binaries, as };
}

function systemBase(home: string, as: RunAs): string {
  const name = createHash('sha256').update(fs.realpathSync(home)).digest('hex').slice(0, 16);
  const base = path.join(SYSTEM_ROOT, name);
  fs.mkdirSync(SYSTEM_ROOT, { recursive: true, mode: 0o755 });
  fs.mkdirSync(base, { recursive: true, mode: 0o700 });
  if (as.uid !== undefined && as.gid !== undefined) fs.chownSync(base, as.uid, as.gid);
  return base;
}

function copyOf(packaged: Binaries, base: string, as: RunAs): Binaries {
  const target = path.join(base, `native-${packaged.version}`);
  if (!fs.existsSync(target)) {
    const draft = `${target}.${process.pid}`;
    fs.cpSync(packaged.native, draft, { recursive: true, verbatimSymlinks: true });
    fs.renameSync(draft, target);
  }
  for (const folder of fs
    .readdirSync(base)
    .filter((name) => name.startsWith('native-') && path.join(base, name) !== target && !isRunning(base)))
    fs.rmSync(path.join(base, folder), { recursive: true });
  if (!mayEnter(target, as))
    throw new SetupError(`${target} cannot be entered by the user PostgreSQL runs as: open ${path.dirname(base)} to others (chmod 755).`);
  return programsIn(target, packaged.version);
}

// An older copy may still be the running server's.
const isRunning = (base: string): boolean => fs.existsSync(path.join(base, 'pg', 'postmaster.pid'));
