import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import type pg from 'pg';
import { backup, backupBeforeMigration, restore } from '../../../src/platform/database/backup/index.js';
import { acquireServer, type EmbeddedServer } from '../../../src/platform/database/embedded-server/index.js';
import { connect } from '../../support/database.js';
import { testFolder, type TestFolder } from '../../support/folder.js';

const database = 'gate';

/** Moves one unit between two rows for ever: their sum shows whether a copy is consistent. */
async function keepWriting(client: pg.Client, stop: AbortSignal): Promise<number> {
  let transfers = 0;
  for (; !stop.aborted; transfers++) {
    await client.query('BEGIN');
    await client.query('UPDATE account SET balance = balance - 1 WHERE id = 1');
    await client.query('UPDATE account SET balance = balance + 1 WHERE id = 2');
    await client.query(`INSERT INTO ledger SELECT 'transfer', repeat('x', 500) FROM generate_series(1, 20)`);
    await client.query('COMMIT');
  }
  return transfers;
}

describe('backup and restore of the embedded server', () => {
  const folders: TestFolder[] = [];
  let home: string;
  let server: EmbeddedServer;
  let owner: pg.Client;

  const folder = (): string => {
    const made = testFolder();
    folders.push(made);
    return made.path;
  };

  beforeAll(async () => {
    home = folder();
    server = await acquireServer({ home, database });
    owner = await connect(server.ownerUrl);
    await owner.query('CREATE TABLE account (id integer PRIMARY KEY, balance integer NOT NULL)');
    await owner.query('CREATE TABLE ledger (what text, filler text)');
    await owner.query('INSERT INTO account VALUES (1, 1000000), (2, 0)');
    writeFileSync(path.join(home, 'secret'), 'kept', { mode: 0o600 });
  });

  afterAll(async () => {
    await owner.end();
    await server.release();
    for (const made of folders) made.remove();
  });

  async function inspect(restored: string): Promise<{ sum: number; moved: number; ledger: number }> {
    const copy = await acquireServer({ home: restored, database });
    const asOwner = await connect(copy.ownerUrl);
    const { rows } = await asOwner.query(
      `SELECT (SELECT sum(balance)::int FROM account) AS sum, (SELECT balance FROM account WHERE id = 2) AS moved, (SELECT count(*)::int FROM ledger) AS ledger`,
    );
    await asOwner.end();
    await copy.release();
    return rows[0];
  }

  it('copies a running server under writes; the copy is consistent and has what was there when it ended', async () => {
    const stop = new AbortController();
    const writer = await connect(server.ownerUrl);
    const writing = keepWriting(writer, stop.signal);
    const file = await backup({ home, database });
    const { rows } = await owner.query('SELECT balance FROM account WHERE id = 2');
    stop.abort();
    const transfers = await writing;
    await writer.end();
    expect(transfers).toBeGreaterThan(0);
    expect(statSync(file).mode & 0o777).toBe(0o600);

    const elsewhere = folder();
    await restore(elsewhere, file);
    const found = await inspect(elsewhere);
    expect(found.sum).toBe(1_000_000);
    expect(found.moved).toBeGreaterThan(0);
    expect(found.moved).toBeLessThanOrEqual(rows[0].balance);
    expect(found.ledger).toBe(found.moved * 20);
    expect(readFileSync(path.join(elsewhere, 'secret'), 'utf8')).toBe('kept');
  });

  it('refuses to restore over a running server, and changes nothing when the archive is damaged', async () => {
    const file = await backup({ home, database });
    await expect(restore(home, file)).rejects.toThrow('stop GATE first');
    const elsewhere = folder();
    truncateSync(file, statSync(file).size - 1000);
    await expect(restore(elsewhere, file)).rejects.toThrow();
    expect(readdirSync(elsewhere)).toEqual([]);
    writeFileSync(file, 'not an archive at all');
    await expect(restore(elsewhere, file)).rejects.toThrow('is no backup');
  });

  it('copies a stopped server, and puts what was there before aside', async () => {
    const source = folder();
    const first = await acquireServer({ home: source, database });
    const client = await connect(first.ownerUrl);
    await client.query('CREATE TABLE account AS SELECT 1 AS id, 7 AS balance UNION ALL SELECT 2, 3');
    await client.query('CREATE TABLE ledger AS SELECT 1 AS what');
    await client.end();
    expect(await first.release()).toBe('stopped');
    const file = await backup({ home: source, database, to: folder() });
    const { before } = await restore(source, file);
    expect(before).toHaveLength(1);
    expect(await inspect(source)).toEqual({ sum: 10, moved: 3, ledger: 1 });
  });

  it('keeps the last three of those made before migrations, and all that a person asked for', async () => {
    const asked = await backup({ home, database });
    const automatic: string[] = [];
    for (let i = 0; i < 4; i++) automatic.push(await backupBeforeMigration({ home, database }));
    const names = readdirSync(path.join(home, 'backups'));
    expect(names).toContain(path.basename(asked));
    expect(names.filter((name) => name.includes('before-migration')).sort()).toEqual(automatic.slice(1).map((file) => path.basename(file)));
  }, 120_000);
});
