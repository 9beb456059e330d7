import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import pg from 'pg';
import type { TarEntry } from './tar.js';
import { walk } from './data-folder.js';

/** Contents a copy must not or need not have (PostgreSQL manual, 25.3.4.2); the folders themselves are needed. */
const EMPTIED = /^(pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/.+/;
const TRANSIENT = /(^|\/)(pgsql_tmp[^/]*|pg_internal\.init[^/]*)($|\/)|^(postmaster\.(pid|opts)|backup_label(\.old)?)$/;
const WAL = /^pg_wal\/(?!archive_status$|summaries$).+/;
const CONTROL = 'global/pg_control';

const settled = (relative: string): boolean => !EMPTIED.test(relative) && !TRANSIENT.test(relative);

/** A stopped cluster, its log included: crash recovery does the rest even when it was not stopped cleanly. */
export const coldCopy = (cluster: string): AsyncGenerator<TarEntry> => walk(cluster, 'pg', settled);

/**
 * A running cluster: files as they are, then the log of what happened meanwhile, then the label from which recovery starts.
 * A replication slot that ends with the connection keeps the log from being recycled.
 */
export async function* onlineCopy(cluster: string, superUrl: string): AsyncGenerator<TarEntry> {
  const client = new pg.Client({ connectionString: superUrl, application_name: 'gate-backup' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(`SET idle_in_transaction_session_timeout = 0`);
    await client.query(`SELECT pg_create_physical_replication_slot($1, true, true)`, [`gate_backup_${process.pid}`]);
    const started = await client.query<{ lsn: string }>(`SELECT pg_backup_start('gate', fast => true)::text AS lsn`);
    yield* walk(cluster, 'pg', (relative) => settled(relative) && !WAL.test(relative) && relative !== CONTROL);
    yield { type: 'file', name: `pg/${CONTROL}`, mode: 0o600, path: path.join(cluster, CONTROL) };
    const stopped = await client.query<{ first: string; last: string; label: string }>(
      `SELECT pg_walfile_name($1::pg_lsn) AS first, pg_walfile_name(lsn) AS last, labelfile AS label FROM pg_backup_stop()`,
      [started.rows[0]?.lsn],
    );
    const { first, last, label } = stopped.rows[0]!;
    for (const segment of await segments(cluster, first, last))
      yield { type: 'file', name: `pg/pg_wal/${segment}`, mode: 0o600, path: path.join(cluster, 'pg_wal', segment) };
    yield { type: 'file', name: 'pg/backup_label', mode: 0o600, content: label };
  } finally {
    await client.end();
  }
}

/** Segment names are 24 hexadecimal digits and sort in the order they were written. */
async function segments(cluster: string, first: string, last: string): Promise<string[]> {
  const names = await fs.readdir(path.join(cluster, 'pg_wal'));
  return names.filter((name) => /^[0-9A-F]{24}$/.test(name) && name >= first && name <= last).sort();
}
