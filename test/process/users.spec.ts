import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import * as path from 'node:path';
import { ProcessBench, countPeople } from '../support/gate-process.js';

const asRoot = process.getuid?.() === 0 ? describe : describe.skip;

function nobody(): { uid: number; gid: number } {
  const row = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .find(([name]) => name === 'nobody');
  return { uid: Number(row?.[2]), gid: Number(row?.[3]) };
}

asRoot('as root and as an ordinary user', () => {
  const bench = new ProcessBench();
  afterEach(() => bench.clear());

  it('keeps the cluster below /var/lib/gate when others cannot enter the data folder, and finds it again', async () => {
    const dataDir = path.join(bench.folder(0o700), 'data');
    const first = await bench.launch({ dataDir });
    await first.answering();
    await first.signUp();
    first.signal('SIGTERM');
    expect(await first.exited).toBe(0);

    const { base } = JSON.parse(readFileSync(path.join(dataDir, 'pg.json'), 'utf8')) as { base: string };
    expect(base).toMatch(/^\/var\/lib\/gate\/[0-9a-f]{16}$/);
    expect(statSync(base).mode & 0o777).toBe(0o700);
    expect(statSync(path.join(dataDir, 'pg.json')).mode & 0o777).toBe(0o600);
    expect(existsSync(path.join(dataDir, 'pg'))).toBe(false);

    const second = await bench.launch({ dataDir });
    await second.answering();
    second.signal('SIGTERM');
    expect(await second.exited).toBe(0);
    expect(await countPeople(dataDir)).toBe(1);
  });

  it('works when the whole project lies where others cannot enter', async () => {
    const project = bench.folder(0o700);
    // Linked where that is possible: a copy of all packages takes long.
    const copied = ['-al', '-a'].some((how) => spawnSync('cp', [how, 'node_modules', 'dist', 'package.json', project]).status === 0);
    expect(copied).toBe(true);
    const dataDir = path.join(project, 'data');
    const gate = await bench.launch({ cwd: project, dataDir });
    await gate.answering();
    const { base } = JSON.parse(readFileSync(path.join(dataDir, 'pg.json'), 'utf8')) as { base: string };
    expect(readdirSync(base).some((name) => name.startsWith('native-'))).toBe(true);
    gate.signal('SIGTERM');
    expect(await gate.exited).toBe(0);
  });

  it('runs as an ordinary user, and tells the next one whose folder it is', async () => {
    const user = nobody();
    const dataDir = path.join(bench.folder(), 'data');
    mkdirSync(dataDir);
    chownSync(dataDir, user.uid, user.gid);
    const gate = await bench.launch({ dataDir, user, env: { HOME: dataDir } });
    await gate.answering();
    expect(statSync(path.join(dataDir, 'pg')).uid).toBe(user.uid);
    await gate.signUp();
    gate.signal('SIGTERM');
    expect(await gate.exited).toBe(0);

    // Root may take it over: the server goes on as the user whose files they are.
    const asRootAgain = await bench.launch({ dataDir });
    await asRootAgain.answering();
    asRootAgain.signal('SIGTERM');
    expect(await asRootAgain.exited).toBe(0);
    expect(statSync(path.join(dataDir, 'pg')).uid).toBe(user.uid);
  });

  it('refuses another user’s folder in one sentence', async () => {
    const dataDir = path.join(bench.folder(), 'data');
    mkdirSync(dataDir, { mode: 0o700 });
    const gate = await bench.launch({ dataDir, user: nobody(), env: { HOME: '/' } });
    expect(await gate.exited).toBe(1);
    expect(gate.output).toContain('set GATE_DATA_DIR to another folder');
    expect(gate.output).not.toContain('    at ');
  });
});
