import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { SetupError } from '../../config/setup-error.js';
import { bornAt } from './process-table.js';

interface Owner {
  pid: number;
  born: string;
}

const PATIENCE_MS = 120_000;

/**
 * Takes a lock file, waiting for its turn; a dead owner's is taken over. Held only while a server is started, stopped or copied.
 * @returns the release.
 */
export async function takeLock(file: string): Promise<() => void> {
  const until = Date.now() + PATIENCE_MS;
  while (!claim(file)) {
    if (!removeDead(file)) {
      if (Date.now() > until)
        throw new SetupError(`Another process has held ${file} for two minutes: see which one, or stop it, and start again.`);
      await pause(40);
    }
  }
  return () => rmSync(file, { force: true });
}

/** `link` is atomic and the file appears with its content. */
function claim(file: string): boolean {
  const draft = `${file}.${process.pid}`;
  const owner: Owner = { pid: process.pid, born: bornAt(process.pid) };
  writeFileSync(draft, JSON.stringify(owner));
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** True when the lock was, or has just become, free. Only one process wins the rename; a live lock taken by mistake is put back. */
function removeDead(file: string): boolean {
  try {
    const text = readFileSync(file, 'utf8');
    const owner = JSON.parse(text) as Owner;
    if (bornAt(owner.pid) === owner.born) return false;
    const grave = `${file}.dead.${process.pid}`;
    renameSync(file, grave);
    if (readFileSync(grave, 'utf8') !== text) linkSync(grave, file);
    rmSync(grave, { force: true });
    return true;
  } catch (error) {
    if (['ENOENT', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) return true;
    throw error;
  }
}
