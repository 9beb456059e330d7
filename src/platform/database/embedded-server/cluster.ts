import * as fs from 'node:fs';
import * as path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SetupError } from '../../config/setup-error.js';
import { newAccess, ROLES, writeAccess, type Access } from './access.js';
import { run } from './command.js';
import type { Placement } from './placement.js';
import { freePort, isFree } from './ports.js';
import { commandOf } from './process-table.js';
import { serverOptions, type ServerTuning } from './server-settings.js';

const START_ATTEMPTS = 5;

/** Makes an empty cluster. It is built beside and renamed: initdb writes PG_VERSION early, so a cut-short one would look whole. */
export async function initialise(at: Placement, durable: boolean): Promise<Access> {
  const fresh = `${at.cluster}.new`;
  const passwordFile = path.join(at.base, `pg.pw.${process.pid}`);
  const access = newAccess(await freePort(), at.base === at.home ? undefined : at.base);
  fs.rmSync(fresh, { recursive: true, force: true });
  fs.mkdirSync(fresh, { mode: 0o700 });
  fs.writeFileSync(passwordFile, `${access.passwords.super}\n`, { mode: 0o600 });
  giveTo(at, fresh, passwordFile);
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  try {
    const login = ['-U', ROLES.super, '--pwfile', passwordFile, '--auth=scram-sha-256'];
    await run(at.binaries.initdb, ['-D', fresh, ...login, ...locale, ...(durable ? [] : ['--no-sync'])], at.as);
  } finally {
    fs.rmSync(passwordFile, { force: true });
  }
  writeAccess(at.home, access);
  fs.renameSync(fresh, at.cluster);
  return access;
}

/** @throws SetupError when the cluster was made by another major version. */
export function assertSameMajor(at: Placement): void {
  const made = fs.readFileSync(path.join(at.cluster, 'PG_VERSION'), 'utf8').trim();
  if (made === String(at.binaries.major)) return;
  throw new SetupError(
    `The database in ${at.cluster} was made by PostgreSQL ${made} and this GATE brings PostgreSQL ${at.binaries.major}: ` +
      `start the GATE version that made it, move the data with pg_dump, or set GATE_DATA_DIR to a new folder.`,
  );
}

/** Starts the server in a session of its own, so that Ctrl-C reaches the application alone. A port taken meanwhile is replaced by a free one. */
export async function startServer(at: Placement, access: Access, tuning: ServerTuning): Promise<number> {
  fs.rmSync(path.join(at.cluster, 'postmaster.pid'), { force: true });
  fs.closeSync(fs.openSync(at.log, 'a', 0o600));
  giveTo(at, at.log);
  for (let attempt = 1; ; attempt++) {
    if (!(await isFree(access.port))) {
      access.port = await freePort();
      writeAccess(at.home, access);
    }
    const options = serverOptions({ ...tuning, port: access.port });
    try {
      await run(at.binaries.pgCtl, ['start', '-D', at.cluster, '-l', at.log, '-w', '-t', '60', '-o', options], at.as, true);
      const pid = runningPostmaster(at.cluster);
      if (pid !== null) return pid;
    } catch (error) {
      if (attempt === START_ATTEMPTS)
        throw new SetupError(`The embedded PostgreSQL did not start; its last words in ${at.log}:\n${lastWords(at.log)}`, { cause: error });
    }
    // After a kill -9 the children need a moment to notice that their server is gone.
    await pause(200 * attempt);
  }
}

export const stopServer = (at: Placement): Promise<void> =>
  run(at.binaries.pgCtl, ['stop', '-D', at.cluster, '-m', 'fast', '-w', '-t', '30'], at.as);

/** The server of this cluster, by pid file and command line: the pid alone may belong to somebody else by now. */
export function runningPostmaster(cluster: string): number | null {
  try {
    const pid = Number(fs.readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
    const command = commandOf(pid);
    return command.includes('postgres') && command.includes(cluster) ? pid : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

export function giveTo(at: Placement, ...files: string[]): void {
  const { uid, gid } = at.as;
  if (uid !== undefined && gid !== undefined) for (const file of files) fs.chownSync(file, uid, gid);
}

const lastWords = (log: string): string => fs.readFileSync(log, 'utf8').trimEnd().split('\n').slice(-8).join('\n');
