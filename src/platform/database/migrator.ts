import { runMigrations as runQueueMigrations } from 'bullmq';
import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { migrations } from '../../../migrations/index.js';
import { SetupError } from '../config/setup-error.js';
import { QUEUES } from '../queue/job.js';
import { dataSourceOptions } from './data-source.js';
import { ROLES } from './embedded-server/index.js';

/** Taken by every migrator, so that of several processes that start together one migrates and the others find nothing to do. */
const MIGRATION_LOCK = 7_315_001;
const QUEUE_SCHEMA = 'bullmq';

export interface MigrateOptions {
  readonly ownerUrl: string;
  /** Called under the lock before pending migrations change a database that has been migrated before. */
  readonly beforeChange?: () => Promise<void>;
}

/**
 * Brings the schema up to date as its owner: our migrations, then BullMQ's tables (made with Redis too, so that the backend can be
 * changed at any time) and the runtime role's rights on them.
 * @returns the names of the migrations that ran.
 */
export async function migrate({ ownerUrl, beforeChange }: MigrateOptions): Promise<string[]> {
  const holder = await connect(ownerUrl);
  try {
    await holder.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const done = await appliedMigrations(holder);
    if (done.length > 0 && pendingAfter(done).length > 0) await beforeChange?.();
    const ran = await runOurs(ownerUrl);
    await runQueueMigrations(holder, QUEUE_SCHEMA);
    await makeQueueSequences(holder);
    await holder.query(`
      GRANT SELECT ON schema_migration TO ${ROLES.app};
      GRANT USAGE ON SCHEMA ${QUEUE_SCHEMA} TO ${ROLES.app};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${QUEUE_SCHEMA} TO ${ROLES.app};
      GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${QUEUE_SCHEMA} TO ${ROLES.app};
    `);
    return ran;
  } finally {
    await holder.end();
  }
}

/** BullMQ would make a sequence for each queue at its first job; the runtime role may not create anything, so the owner does it before. */
async function makeQueueSequences(holder: pg.Client): Promise<void> {
  const { rows } = await holder.query<{ name: string }>(
    `SELECT quote_ident(${QUEUE_SCHEMA}.job_id_seq_name(queue)) AS name FROM unnest($1::text[]) AS queue`,
    [QUEUES],
  );
  for (const { name } of rows) await holder.query(`CREATE SEQUENCE IF NOT EXISTS ${QUEUE_SCHEMA}.${name}`);
}

/**
 * What the runtime role must find: a schema that is up to date, and itself without special rights.
 * @throws SetupError otherwise.
 */
export async function assertReadyForApp(appUrl: string): Promise<void> {
  const client = await connect(appUrl);
  try {
    const { rows } = await client.query<{ name: string; super: boolean }>(
      'SELECT rolname AS name, rolsuper AS super FROM pg_roles WHERE rolname = current_user',
    );
    if (rows[0]?.super)
      throw new SetupError(
        `DATABASE_URL signs in as the superuser ${rows[0].name}: GATE runs only as a role without special rights, ${ROLES.app}.`,
      );
    const pending = pendingAfter(await appliedMigrations(client));
    if (pending.length > 0)
      throw new SetupError(
        `The database lacks ${pending.length} of ${migrations.length} migrations: set DATABASE_OWNER_URL, or run npm run gate -- migrate with it.`,
      );
  } finally {
    await client.end();
  }
}

/** Names in the order they ran; none in an empty database. */
async function appliedMigrations(client: pg.Client): Promise<string[]> {
  try {
    const { rows } = await client.query<{ name: string }>('SELECT name FROM schema_migration ORDER BY id');
    return rows.map((row) => row.name);
  } catch (error) {
    // undefined_table, and insufficient_privilege while the first migrator has not yet come to the grants.
    if (['42P01', '42501'].includes((error as { code?: string }).code ?? '')) return [];
    throw error;
  }
}

function pendingAfter(applied: readonly string[]): string[] {
  return migrations.map((migration) => migration.name).filter((name) => !applied.includes(name));
}

async function runOurs(ownerUrl: string): Promise<string[]> {
  const source = await new DataSource({ ...dataSourceOptions(ownerUrl), poolSize: 1 } as DataSourceOptions).initialize();
  try {
    return (await source.runMigrations()).map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'gate-migrator' });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
