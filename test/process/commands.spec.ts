import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import * as path from 'node:path';
import { countPeople, embeddedRows, ProcessBench } from '../support/gate-process.js';
import { until } from '../support/until.js';

describe('npm run gate', () => {
  const bench = new ProcessBench();
  let dataDir: string;
  beforeEach(() => (dataDir = path.join(bench.folder(), 'data')));
  afterEach(() => bench.clear());

  function gate(...args: string[]): { code: number | null; out: string; err: string } {
    const env = { PATH: process.env.PATH, HOME: process.env.HOME, GATE_DATA_DIR: dataDir, INIT_CWD: path.dirname(dataDir) };
    const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/src/cli.js', ...args], { env, encoding: 'utf8' });
    return { code: status, out: stdout, err: stderr };
  }

  it('lists its commands, and says which it does not know or how one is used', () => {
    expect(gate()).toMatchObject({ code: 0, out: expect.stringContaining('create-admin EMAIL') });
    expect(gate('dance')).toMatchObject({ code: 2, err: expect.stringContaining('There is no command "dance"') });
    expect(gate('restore')).toMatchObject({ code: 2, err: expect.stringContaining('npm run gate -- restore FILE') });
    expect(gate('backup', '--into', 'x')).toMatchObject({ code: 2, err: expect.stringContaining('--into') });
  });

  it('makes an administrator’s one-time link on an empty folder, and leaves no server behind', () => {
    const { code, out } = gate('create-admin', 'ada@example.org');
    expect(code).toBe(0);
    expect(out).toMatch(/http:\/\/127\.0\.0\.1:3000\/welcome\?token=[\w-]{43}/);
    expect(readdirSync(path.join(dataDir, 'pg'))).not.toContain('postmaster.pid');
    expect(gate('create-admin', 'ada')).toMatchObject({ code: 1, err: expect.stringContaining('no mail address') });
    expect(gate('audit-verify')).toMatchObject({ code: 0, out: expect.stringContaining('The trail is whole') });
  });

  it('backs up while GATE runs, refuses to restore then, and restores when it is stopped', async () => {
    const running = await bench.launch({ dataDir });
    await running.answering();
    await running.signUp();
    expect(gate('backup', '--to', 'kept')).toMatchObject({ code: 0 });
    const [name = ''] = readdirSync(path.join(path.dirname(dataDir), 'kept'));
    const archive = path.join('kept', name);
    await running.signUp();
    expect(gate('restore', archive)).toMatchObject({ code: 1, err: expect.stringContaining('stop GATE first') });
    running.signal('SIGTERM');
    await running.exited;
    expect(await countPeople(dataDir)).toBe(2);
    expect(gate('restore', archive)).toMatchObject({ code: 0, out: expect.stringContaining('What was there before is in') });
    expect(await countPeople(dataDir)).toBe(1);
    expect(gate('audit-verify')).toMatchObject({ code: 0 });
    rmSync(dataDir, { recursive: true });
    expect(gate('restore', archive)).toMatchObject({ code: 0 });
    expect(await countPeople(dataDir)).toBe(1);
  });

  it('makes a new engine version, by which the running process scores again', async () => {
    const running = await bench.launch({ dataDir });
    await running.answering();
    expect(gate('rescore')).toMatchObject({ code: 0, out: expect.stringMatching(/^Engine version 2, made of 0 listings\./) });
    const file = path.join(dataDir, 'offers.jsonl');
    expect(gate('export', 'offers', file)).toMatchObject({ code: 0, out: expect.stringMatching(/^0 offers written/m) });
    expect(readFileSync(file, 'utf8')).toBe('');
    expect(gate('export', 'people', file)).toMatchObject({ code: 1 });
    const jobs = `SELECT DISTINCT state FROM outbox WHERE name = 'matching.rescore-all'`;
    await until('the re-score is done', async () => (await embeddedRows(dataDir, jobs)).every(({ state }) => state === 'done'));
    expect(await embeddedRows(dataDir, 'SELECT cause FROM engine_version ORDER BY id')).toEqual([{ cause: 'first' }, { cause: 'command' }]);
  });
});
