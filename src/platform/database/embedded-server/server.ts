import * as fs from 'node:fs';
import * as path from 'node:path';
import type pg from 'pg';
import { openDataFolder } from '../../config/data-folder.js';
import { SetupError } from '../../config/setup-error.js';
import { readAccess, urlOf, type Access, type RoleKey } from './access.js';
import { assertSameMajor, initialise, runningPostmaster, startServer, stopServer } from './cluster.js';
import { isLastKeeper, openKeeper } from './keeper.js';
import { takeLock } from './lock.js';
import { place, type Placement } from './placement.js';
import { ensureDatabase } from './roles.js';
import type { ServerTuning } from './server-settings.js';

export interface EmbeddedOptions extends Partial<ServerTuning> {
  /** The data folder. */
  readonly home: string;
  /** Made, as gate_owner's, when missing. */
  readonly database: string;
}

/** A claim on the embedded server of a data folder. */
export interface EmbeddedServer {
  readonly superUrl: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** The database was made by this very call. */
  readonly created: boolean;
  /** Somebody else had started the server. */
  readonly adopted: boolean;
  readonly pid: number;
  readonly placement: Placement;
  url(role: RoleKey, database: string): string;
  /** Calls once when the server dies under us; acquire again to start it on the same port. */
  onLost(callback: () => void): void;
  /** Gives the claim up; the last one out stops the server. */
  release(): Promise<'stopped' | 'left running'>;
}

export const lockFile = (home: string): string => path.join(home, 'pg.lock');

/**
 * One embedded PostgreSQL a data folder, shared by all processes that work on it: the first one in makes and starts it.
 * A server that outlived its processes is adopted, one that died is recovered.
 * @throws SetupError with one sentence that names the way out.
 */
export async function acquireServer(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const tuning = { durable: options.durable ?? true, settings: options.settings };
  openDataFolder(options.home);
  const unlock = await takeLock(lockFile(options.home));
  try {
    const at = place(options.home);
    const access = await prepare(at, tuning.durable);
    const running = runningPostmaster(at.cluster);
    const pid = running ?? (await startServer(at, access, tuning));
    const keeper = await openKeeper(access);
    const created = await ensureDatabase(keeper, access, options.database);
    const claim = claimOf(at, access, keeper);
    return {
      superUrl: urlOf(access, 'super', options.database),
      ownerUrl: urlOf(access, 'owner', options.database),
      appUrl: urlOf(access, 'app', options.database),
      created,
      adopted: running !== null,
      pid,
      placement: at,
      url: (role, database) => urlOf(access, role, database),
      ...claim,
    };
  } finally {
    unlock();
  }
}

/** The cluster's access, after making it where there is none. */
async function prepare(at: Placement, durable: boolean): Promise<Access> {
  const access = readAccess(at.home);
  const exists = fs.existsSync(at.cluster);
  if (exists && access) {
    assertSameMajor(at);
    return access;
  }
  if (exists && at.base === at.home)
    throw new SetupError(
      `${at.cluster} is there but its key ${at.home}/pg.json is not: restore a backup (npm run gate -- restore FILE), or move ${at.cluster} away to begin anew.`,
    );
  // Below /var/lib/gate: what an earlier data folder of this name left. Nobody holds its password, but it is not ours to delete.
  if (exists) {
    if (runningPostmaster(at.cluster) !== null) await stopServer(at);
    fs.renameSync(at.cluster, `${at.cluster}.left-${Date.now()}`);
  }
  return initialise(at, durable);
}

function claimOf(at: Placement, access: Access, keeper: pg.Client): Pick<EmbeddedServer, 'onLost' | 'release'> {
  let lost: (() => void) | undefined;
  let releasing = false;
  keeper.on('end', () => {
    if (!releasing) lost?.();
  });
  return {
    onLost: (callback) => void (lost = callback),
    release: async () => {
      releasing = true;
      const unlock = await takeLock(lockFile(at.home));
      try {
        const last = await isLastKeeper(keeper);
        await keeper.end().catch(() => undefined);
        if (!last) return 'left running';
        if (runningPostmaster(at.cluster) !== null) await stopServer(at);
        return 'stopped';
      } finally {
        unlock();
      }
    },
  };
}
