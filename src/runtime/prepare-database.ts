import pg from 'pg';
import type { Config } from '../platform/config/config.js';
import { backupBeforeMigration } from '../platform/database/backup/index.js';
import { assertReadyForApp, migrate } from '../platform/database/migrator.js';
import { DATABASE, type RunningDatabase } from './running-database.js';

/**
 * Migrates as the owner where we may, after a backup when the embedded database has data, and makes sure the runtime role can work.
 * @throws SetupError in one sentence when it cannot.
 */
export async function prepareDatabase(config: Config, database: RunningDatabase, say: (sentence: string) => void): Promise<void> {
  if (database.ownerUrl) {
    const beforeChange = async (): Promise<void> => {
      if (database.embedded) say(`Backup before migrating: ${await backupBeforeMigration({ home: config.dataDir, database: DATABASE })}`);
    };
    await migrate({ ownerUrl: database.ownerUrl, beforeChange });
  }
  await assertReadyForApp(database.appUrl);
}

/**
 * The catalogue asks the database whether example listings count. Written before any index is filled.
 * @returns whether they do: never again once an administrator has removed them.
 */
export async function noteExamplesInDatabase(appUrl: string, on: boolean): Promise<boolean> {
  const client = new pg.Client({ connectionString: appUrl, application_name: 'gate-start' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ value: string }>(
      `INSERT INTO gate_setting (key, value)
       SELECT 'examples', CASE WHEN EXISTS (SELECT FROM gate_setting WHERE key = 'examples.stage' AND value = 'removed') THEN 'off' ELSE $1 END
       ON CONFLICT (key) DO UPDATE SET value = excluded.value RETURNING value`,
      [on ? 'on' : 'off'],
    );
    return rows[0]?.value === 'on';
  } finally {
    await client.end();
  }
}
