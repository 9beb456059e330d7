import * as path from 'node:path';
import { freePort } from '../../src/platform/database/embedded-server/index.js';
import { countPeople, ProcessBench } from '../support/gate-process.js';
import { until } from '../support/until.js';

describe('recovery', () => {
  const bench = new ProcessBench();
  afterEach(() => bench.clear());

  it('adopts the database of a process that was killed', async () => {
    const [dataDir, port] = [path.join(bench.folder(), 'data'), await freePort()];
    const first = await bench.launch({ dataDir, port });
    await first.answering();
    await first.signUp();
    first.signal('SIGKILL');
    await first.exited;
    const second = await bench.launch({ dataDir, port });
    await second.answering();
    await second.signUp();
    second.signal('SIGTERM');
    expect(await second.exited).toBe(0);
    expect(await countPeople(dataDir)).toBe(2);
  });

  it('recovers when process and database were killed together', async () => {
    const [dataDir, port] = [path.join(bench.folder(), 'data'), await freePort()];
    const first = await bench.launch({ dataDir, port });
    await first.answering();
    await first.signUp();
    process.kill(first.postmaster, 'SIGKILL');
    first.signal('SIGKILL');
    await first.exited;
    const second = await bench.launch({ dataDir, port });
    await second.answering();
    second.signal('SIGTERM');
    expect(await second.exited).toBe(0);
    expect(await countPeople(dataDir)).toBe(1);
  });

  it('starts the database again when it is killed below a running process, and still stops cleanly', async () => {
    const gate = await bench.launch();
    await gate.answering();
    const cookie = await gate.signUp();
    const before = gate.postmaster;
    process.kill(before, 'SIGKILL');
    await until('the session is known again', () => gate.knows(cookie));
    expect(gate.postmaster).not.toBe(before);
    await until('the process says so', () => gate.output.includes('The database server is back.'));
    gate.signal('SIGTERM');
    expect(await gate.exited).toBe(0);
  });
});
