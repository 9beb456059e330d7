import { readdirSync } from 'node:fs';
import * as path from 'node:path';
import { Notifications20261123000800 as last } from '../../migrations/20261123000800-notifications.js';
import { acquireServer } from '../../src/platform/database/embedded-server/index.js';
import { connect } from '../support/database.js';
import { countPeople, ProcessBench } from '../support/gate-process.js';

/** The database as the version before the last migration left it. */
async function takeBack(home: string): Promise<void> {
  const server = await acquireServer({ home, database: 'gate' });
  const owner = await connect(server.ownerUrl);
  await owner.query('DROP TABLE notification, notification_digest, notification_preference CASCADE');
  await owner.query('DELETE FROM schema_migration WHERE name = $1', [last.name]);
  await owner.end();
  await server.release();
}

describe('a newer version', () => {
  const bench = new ProcessBench();
  afterEach(() => bench.clear());

  it('backs up what is there before it migrates, and goes on with it', async () => {
    const dataDir = path.join(bench.folder(), 'data');
    const backups = () => readdirSync(dataDir).filter((name) => name === 'backups');
    const older = await bench.launch({ dataDir });
    await older.answering();
    await older.signUp();
    older.signal('SIGTERM');
    await older.exited;
    expect(backups()).toEqual([]);
    await takeBack(dataDir);
    const newer = await bench.launch({ dataDir });
    await newer.answering();
    expect(newer.output).toMatch(/^Backup before migrating: .+before-migration\.tar\.gz$/m);
    expect(readdirSync(path.join(dataDir, 'backups'))).toHaveLength(1);
    newer.signal('SIGTERM');
    expect(await newer.exited).toBe(0);
    expect(await countPeople(dataDir)).toBe(1);
  });
});
