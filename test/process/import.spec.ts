import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { embeddedRows, ProcessBench } from '../support/gate-process.js';
import { until } from '../support/until.js';

const HEADER =
  'externalKey;kind;title;details.challenge;details.approach;details.results;details.conditions;details.support;codes;languages';
const complete = (key: string) =>
  `${key};solution;Water committees ${key};Pumps stand still.;Committees with a tariff.;Pumps at work;A law on committees.;training;crs:14030 | sdg-target:6.b;en`;

describe('npm run gate -- import', () => {
  const bench = new ProcessBench();
  afterEach(() => bench.clear());

  it('beside a running exchange: tries, brings in, publishes in an administrator’s name, and adds nothing twice', async () => {
    const dataDir = path.join(bench.folder(), 'data');
    const folder = path.dirname(dataDir);
    const running = await bench.launch({ dataDir, env: { GATE_EXAMPLES: 'true' } });
    await running.answering();
    await until('the examples are there', () => running.output.includes('The example exchange is loaded.'));
    writeFileSync(
      path.join(folder, 'offers.csv'),
      `\ufeff${[HEADER, complete('A'), 'B;solution;;;;;;;;', complete('C')].join('\r\n')}\r\n`,
    );
    const errors = path.join(folder, 'offers.csv.errors.csv');
    const gate = (...args: string[]) => {
      const env = { PATH: process.env.PATH, HOME: process.env.HOME, GATE_DATA_DIR: dataDir, INIT_CWD: folder };
      const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/src/cli.js', 'import', ...args], { env, encoding: 'utf8' });
      return { code: status, said: `${stdout}${stderr}`.trim() };
    };
    const [owner] = await embeddedRows(dataDir, `SELECT reference FROM organization WHERE is_example ORDER BY number LIMIT 1`);
    const file = ['offers', 'offers.csv', '--organization', String(owner?.reference)];

    expect(gate(...file, '--publish', '--as', 'nobody@example.org')).toMatchObject({
      code: 1,
      said: 'nobody@example.org is no administrator.',
    });
    expect(existsSync(errors)).toBe(false);

    const tried = gate(...file, '--dry-run');
    expect(tried).toMatchObject({ code: 2, said: expect.stringContaining('3 rows: 2 would go in, 0 published, 0 were there, 1 faulty') });
    expect(readFileSync(errors, 'utf8')).toMatch(/^\ufeffline,column,reason\r\n"3","title",".+"\r\n$/);

    const published = gate(...file, '--publish', '--as', 'administrator-1@example.org');
    expect(published.said).toContain('2 went in, 2 published, 0 were there, 1 faulty');
    expect(gate(...file, '--publish', '--as', 'administrator-1@example.org').said).toContain('0 went in, 0 published, 2 were there');
    const notices = `SELECT person_id FROM notification WHERE kind = 'imported'`;
    await until('the import is told', async () => (await embeddedRows(dataDir, notices)).length > 0);
    const told = await embeddedRows(dataDir, notices);
    expect(told).toHaveLength(new Set(told.map((row) => row.person_id)).size);
  });
});
