import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { acquireServer } from '../../../src/platform/database/embedded-server/index.js';
import { connect } from '../../support/database.js';
import { testFolder, type TestFolder } from '../../support/folder.js';
import { until } from '../../support/until.js';

const database = 'gate';
const durable = false;

describe('the embedded server', () => {
  let folder: TestFolder;
  let home: string;
  beforeEach(() => {
    folder = testFolder();
    home = path.join(folder.path, 'data');
  });
  afterEach(() => folder.remove());

  it('is started by one of several that come at once, and stopped by the last that goes', async () => {
    const claims = await Promise.all([1, 2, 3, 4, 5].map(() => acquireServer({ home, database, durable })));
    expect(claims.filter(({ adopted }) => !adopted)).toHaveLength(1);
    expect(claims.filter(({ created }) => created)).toHaveLength(1);
    expect(new Set(claims.map(({ pid }) => pid)).size).toBe(1);
    const ends = [];
    for (const claim of claims) ends.push(await claim.release());
    expect(ends).toEqual([...Array<string>(4).fill('left running'), 'stopped']);
  });

  it('gives three roles, of which the one that runs may do least, and keeps their passwords to itself', async () => {
    const server = await acquireServer({ home, database, durable });
    const owner = await connect(server.ownerUrl);
    const { rows } = await owner.query(
      `SELECT rolname, rolsuper, rolcreaterole, rolcreatedb, rolcanlogin FROM pg_roles WHERE rolname LIKE 'gate%' ORDER BY rolname`,
    );
    const least = { rolsuper: false, rolcreaterole: false, rolcreatedb: false, rolcanlogin: true };
    expect(rows).toEqual([
      { rolname: 'gate', rolsuper: true, rolcreaterole: true, rolcreatedb: true, rolcanlogin: true },
      { rolname: 'gate_app', ...least },
      { rolname: 'gate_owner', ...least },
    ]);
    expect((await owner.query('SELECT pg_get_userbyid(datdba) AS owner FROM pg_database WHERE datname = $1', [database])).rows).toEqual([
      { owner: 'gate_owner' },
    ]);
    expect((await owner.query('SHOW wal_level')).rows).toEqual([{ wal_level: 'replica' }]);
    await owner.end();
    await server.release();
    expect(statSync(path.join(home, 'pg.json')).mode & 0o777).toBe(0o600);
    await expect(connect(server.ownerUrl)).rejects.toThrow();
  });

  it('recovers from a kill, a pid that belongs to somebody else, and the lock of a dead process', async () => {
    const first = await acquireServer({ home, database, durable });
    const lost = new Promise<void>((resolve) => first.onLost(resolve));
    process.kill(first.pid, 'SIGKILL');
    await lost;
    await until('the pid file names a process that is gone', () => existsSync(path.join(home, 'pg', 'postmaster.pid')));
    writeFileSync(path.join(home, 'pg', 'postmaster.pid'), `${process.pid}\n`);
    writeFileSync(path.join(home, 'pg.lock'), JSON.stringify({ pid: process.pid, born: 'long ago' }));
    const second = await acquireServer({ home, database, durable });
    expect(second).toMatchObject({ adopted: false, created: false });
    expect(await second.release()).toBe('stopped');
  });

  it('begins anew after a first start that was cut short', async () => {
    mkdirSync(path.join(home, 'pg.new'), { recursive: true });
    writeFileSync(path.join(home, 'pg.new', 'PG_VERSION'), '18\n');
    const server = await acquireServer({ home, database, durable });
    expect(server.created).toBe(true);
    await server.release();
  });

  it('says in one sentence what to do with a cluster of another major version, or one whose key is lost', async () => {
    const server = await acquireServer({ home, database, durable });
    await server.release();
    const version = path.join(home, 'pg', 'PG_VERSION');
    const made = readFileSync(version, 'utf8');
    writeFileSync(version, '17\n');
    await expect(acquireServer({ home, database, durable })).rejects.toThrow(
      /made by PostgreSQL 17 and this GATE brings PostgreSQL 18: .*GATE_DATA_DIR/,
    );
    writeFileSync(version, made);
    writeFileSync(path.join(home, 'pg.json'), '{ torn');
    await expect(acquireServer({ home, database, durable })).rejects.toThrow('npm run gate -- restore FILE');
  });
});
