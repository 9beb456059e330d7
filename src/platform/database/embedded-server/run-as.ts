import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { SetupError } from '../../config/setup-error.js';
import { USE_YOUR_OWN, type Binaries } from './binaries.js';
import type { RunAs } from './command.js';

/** Named users that nearly every system has; initdb fails under a number that /etc/passwd does not know. */
const CANDIDATES = ['postgres', 'nobody', 'daemon'];

/**
 * PostgreSQL refuses to run as root. An existing cluster keeps its owner, because PostgreSQL also refuses a folder of somebody else;
 * a new one gets the first of the candidates.
 */
export function chooseUser(cluster: string): RunAs {
  if (process.getuid?.() !== 0) return {};
  const owner = fs.statSync(cluster, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const known = fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const candidate of CANDIDATES) {
    const row = known.find(([name]) => name === candidate);
    if (row) return { uid: Number(row[2]), gid: Number(row[3]) };
  }
  throw new SetupError(
    `PostgreSQL does not run as root and none of the users ${CANDIDATES.join(', ')} exists: start as an ordinary user, or ${USE_YOUR_OWN}.`,
  );
}

/** True when that user may pass through every folder down to this one, itself included. */
export function mayEnter(folder: string, as: RunAs): boolean {
  if (as.uid === undefined) return true;
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const { mode, uid, gid } = fs.statSync(at);
    const bit = uid === as.uid ? 0o100 : gid === as.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}

/** @throws SetupError when the programs do not run here at all (another C library, a missing one, a mount without execution). */
export function proveRunnable(binaries: Binaries, as: RunAs): void {
  const probe = spawnSync(binaries.postgres, ['--version'], { ...as, cwd: '/', encoding: 'utf8' });
  if (probe.status === 0) return;
  const why = probe.error?.message ?? probe.stderr.trim();
  throw new SetupError(`The embedded PostgreSQL does not run on this machine (${why}): ${USE_YOUR_OWN}.`);
}
