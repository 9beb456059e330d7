import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { urlOf, type Access } from './access.js';

const KEEPER = 'gate-keeper';
const ATTEMPTS = 200;
/** Still recovering, not listening yet, or fallen between two answers. */
const NOT_YET = ['57P03', 'ECONNREFUSED', 'ECONNRESET'];

/** One connection a process: who holds one uses the server. PostgreSQL does the counting, so no crash can make it wrong. */
export async function openKeeper(access: Access): Promise<pg.Client> {
  for (let attempt = 1; ; attempt++) {
    const keeper = new pg.Client({ connectionString: urlOf(access, 'super', 'postgres'), application_name: KEEPER, keepAlive: true });
    keeper.on('error', () => undefined);
    try {
      await keeper.connect();
      return keeper;
    } catch (error) {
      if (attempt === ATTEMPTS || !NOT_YET.includes((error as { code?: string }).code ?? '')) throw error;
      await pause(100);
    }
  }
}

/** True when no other process keeps the server; also when this connection is dead, for then there is nothing to keep. */
export async function isLastKeeper(keeper: pg.Client): Promise<boolean> {
  try {
    const { rowCount } = await keeper.query('SELECT FROM pg_stat_activity WHERE application_name = $1 AND pid <> pg_backend_pid()', [
      KEEPER,
    ]);
    return !rowCount;
  } catch {
    return true;
  }
}
