import { existsSync } from 'node:fs';
import * as path from 'node:path';
import { freePort } from '../../src/platform/database/embedded-server/index.js';
import { countPeople, postmasterOf, ProcessBench } from '../support/gate-process.js';
import { until } from '../support/until.js';

describe('npm start', () => {
  const bench = new ProcessBench();
  afterEach(() => bench.clear());

  it('serves from an empty folder, and SIGTERM stops all of it cleanly', async () => {
    const dataDir = path.join(bench.folder(), 'data');
    const gate = await bench.launch({ dataDir });
    await gate.answering();
    await gate.signUp();
    gate.signal('SIGTERM');
    expect(await gate.exited).toBe(0);
    expect(postmasterOf(path.join(dataDir, 'pg'))).toBeNull();
    expect(await countPeople(dataDir)).toBe(1);
  });

  it('stops on Ctrl-C, which reaches npm and its child alike', async () => {
    const dataDir = path.join(bench.folder(), 'data');
    const gate = await bench.launch({ dataDir, npm: true });
    await gate.answering();
    gate.pressCtrlC();
    await gate.exited;
    expect(postmasterOf(path.join(dataDir, 'pg'))).toBeNull();
  });

  it.each([{ npm: true }, { npm: false }])(
    'says that the port is taken, exits with 1 and leaves the first one alone ($npm)',
    async (how) => {
      const [dataDir, port] = [path.join(bench.folder(), 'data'), await freePort()];
      const first = await bench.launch({ dataDir, port });
      await first.answering();
      const second = await bench.launch({ ...how, dataDir, port });
      expect(await second.exited).toBe(1);
      expect(second.output).toContain(`Port ${port} on 127.0.0.1 is in use`);
      await first.signUp();
    },
  );

  it('also stops what it has begun when the signal comes half-way through the start', async () => {
    const dataDir = path.join(bench.folder(), 'data');
    const gate = await bench.launch({ dataDir });
    await until('the start takes its lock', () => existsSync(path.join(dataDir, 'pg.lock')));
    gate.signal('SIGTERM');
    expect(await gate.exited).toBe(0);
    expect(postmasterOf(path.join(dataDir, 'pg'))).toBeNull();
    expect(gate.output).not.toContain('GATE answers');
  });

  it('names every wrong setting and starts nothing', async () => {
    const dataDir = path.join(bench.folder(), 'data');
    const gate = await bench.launch({ dataDir, env: { GATE_ROLE: 'boss', GATE_COLOUR: 'red' } });
    expect(await gate.exited).toBe(1);
    expect(gate.output).toContain('GATE_ROLE must be one of all, web, worker');
    expect(gate.output).toContain('GATE_COLOUR is not a setting of GATE');
    expect(existsSync(dataDir)).toBe(false);
  });

  it('lets a second process on another port share the folder; the last one out stops the server', async () => {
    const dataDir = path.join(bench.folder(), 'data');
    const all = await bench.launch({ dataDir });
    await all.answering();
    const worker = await bench.launch({ dataDir, env: { GATE_ROLE: 'worker' } });
    await until('the worker listens', () => worker.output.includes('(worker)'));
    all.signal('SIGTERM');
    expect(await all.exited).toBe(0);
    expect(postmasterOf(path.join(dataDir, 'pg'))).not.toBeNull();
    worker.signal('SIGTERM');
    expect(await worker.exited).toBe(0);
    expect(postmasterOf(path.join(dataDir, 'pg'))).toBeNull();
  });
});
