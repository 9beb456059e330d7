import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { cloneDatabase, connect, type TestDatabase } from '../support/database.js';
import { ProcessBench } from '../support/gate-process.js';

const production = { NODE_ENV: 'production', GATE_SECRET: 'a secret that only the tests know, 32+', GATE_EXAMPLES: '' };

describe('a database of one’s own', () => {
  const bench = new ProcessBench();
  let database: TestDatabase;
  afterEach(async () => {
    await bench.clear();
    await database.drop();
  });

  it('is used as the runtime role once it is migrated, without examples', async () => {
    database = await cloneDatabase();
    const gate = await bench.launch({ env: { ...production, DATABASE_URL: database.url } });
    await gate.answering();
    await gate.signUp();
    gate.signal('SIGTERM');
    expect(await gate.exited).toBe(0);
    const owner = await connect(database.ownerUrl);
    expect((await owner.query(`SELECT value FROM gate_setting WHERE key = 'examples'`)).rows).toEqual([{ value: 'off' }]);
    await owner.end();
  });

  it('is migrated by its owner, whose address is given for that alone', async () => {
    database = await cloneDatabase({ empty: true });
    const lacking = await bench.launch({ env: { ...production, DATABASE_URL: database.url } });
    expect(await lacking.exited).toBe(1);
    expect(lacking.output).toMatch(/^The database lacks \d+ of \d+ migrations: set DATABASE_OWNER_URL/m);
    const gate = await bench.launch({ env: { ...production, DATABASE_URL: database.url, DATABASE_OWNER_URL: database.ownerUrl } });
    await gate.answering();
  });

  it('is refused when GATE would run in it as a superuser', async () => {
    database = await cloneDatabase();
    const gate = await bench.launch({ env: { ...production, DATABASE_URL: database.superUrl } });
    expect(await gate.exited).toBe(1);
    expect(gate.output).toContain('signs in as the superuser gate');
  });
});

describe('a database that a plain start makes', () => {
  const bench = new ProcessBench();
  afterEach(() => bench.clear());

  it('is an example database from then on, until it is told otherwise', async () => {
    const dataDir = path.join(bench.folder(), 'data');
    const plain = { GATE_EXAMPLES: '' };
    for (const [env, shown] of [
      [plain, 'on'],
      [plain, 'on'],
      [{ GATE_EXAMPLES: 'false' }, 'off'],
    ] as const) {
      const gate = await bench.launch({ dataDir, env });
      await gate.answering();
      expect(await gate.setting('examples')).toBe(shown);
      gate.signal('SIGTERM');
      expect(await gate.exited).toBe(0);
    }
    expect(JSON.parse(readFileSync(path.join(dataDir, 'example-mode.json'), 'utf8'))).toEqual({ examples: true });
  });
});
