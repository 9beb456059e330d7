import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { SetupError } from '../../config/setup-error.js';

/** The superuser keeps and backs up; gate_owner owns the database and migrates; gate_app runs. */
export const ROLES = { super: 'gate', owner: 'gate_owner', app: 'gate_app' } as const;
export type RoleKey = keyof typeof ROLES;

/** `pg.json` of a data folder (0600): how to reach the embedded server, and where its cluster lies. */
export interface Access {
  port: number;
  passwords: Record<RoleKey, string>;
  /** Folder that holds the cluster, when that is not the data folder itself. */
  base?: string;
}

const fileOf = (home: string): string => path.join(home, 'pg.json');

export function newAccess(port: number, base?: string): Access {
  const password = (): string => randomBytes(24).toString('base64url');
  return { port, passwords: { super: password(), owner: password(), app: password() }, ...(base ? { base } : {}) };
}

/** Null before the first start. */
export function readAccess(home: string): Access | null {
  try {
    return JSON.parse(fs.readFileSync(fileOf(home), 'utf8')) as Access;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    if (code === 'EACCES')
      throw new SetupError(`${home} belongs to another user: start as that user, or set GATE_DATA_DIR to another folder.`, {
        cause: error,
      });
    throw new SetupError(`${fileOf(home)} is damaged: restore the data folder from a backup (npm run gate -- restore FILE).`, {
      cause: error,
    });
  }
}

/** Beside, then renamed: a reader finds the old or the new one, never half. */
export function writeAccess(home: string, access: Access): void {
  const draft = `${fileOf(home)}.${process.pid}`;
  fs.writeFileSync(draft, `${JSON.stringify(access, null, 2)}\n`, { mode: 0o600 });
  fs.renameSync(draft, fileOf(home));
}

export const urlOf = (access: Access, role: RoleKey, database: string): string =>
  `postgres://${ROLES[role]}:${access.passwords[role]}@127.0.0.1:${access.port}/${database}`;
