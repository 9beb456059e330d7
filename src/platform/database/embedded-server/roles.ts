import type pg from 'pg';
import { ROLES, type Access } from './access.js';

/**
 * Makes the two working roles and the database of gate_owner where they are missing. gate_app may sign in and owns nothing.
 * @returns true when the database was made now.
 */
export async function ensureDatabase(superuser: pg.Client, access: Access, database: string): Promise<boolean> {
  const { rows } = await superuser.query<{ rolname: string }>('SELECT rolname FROM pg_roles WHERE rolname = ANY($1)', [
    [ROLES.owner, ROLES.app],
  ]);
  const present = new Set(rows.map((row) => row.rolname));
  for (const key of ['owner', 'app'] as const) {
    if (present.has(ROLES[key])) continue;
    const password = superuser.escapeLiteral(access.passwords[key]);
    await superuser.query(`CREATE ROLE ${ROLES[key]} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD ${password}`);
  }
  const found = await superuser.query('SELECT FROM pg_database WHERE datname = $1', [database]);
  if (found.rowCount) return false;
  await superuser.query(`CREATE DATABASE ${superuser.escapeIdentifier(database)} OWNER ${ROLES.owner}`);
  return true;
}
