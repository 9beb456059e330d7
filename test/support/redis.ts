import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { Redis } from 'ioredis';
import { until } from './until.js';

/** A Redis server of one test file's own, on a free port, durable as in production. */
export interface TestRedis {
  readonly url: string;
  start(): Promise<void>;
  /** SIGSTOP: it takes connections and commands, and does nothing; ended by `kill`. */
  pause(): void;
  /** SIGKILL: nothing is written any more. */
  kill(): Promise<void>;
  /** Loses everything on disk; only while it is killed. */
  wipe(): void;
  /** Ends it and removes its folder. */
  stop(): Promise<void>;
}

const installed = spawnSync('redis-server', ['--version']).status === 0;
const required = (process.env.GATE_TEST_REQUIRE ?? '').split(',').includes('redis');
if (required && !installed) throw new Error('GATE_TEST_REQUIRE asks for redis, and there is no redis-server on this machine');

/** Tests that need Redis: skipped, and counted as such, on a machine without redis-server. */
export const describeWithRedis = installed ? describe : describe.skip;

export async function startRedis(): Promise<TestRedis> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gate-redis-'));
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  let server: ChildProcess | undefined;

  const start = async (): Promise<void> => {
    const settings = [
      '--port',
      `${port}`,
      '--bind',
      '127.0.0.1',
      '--dir',
      folder,
      '--save',
      '',
      '--appendonly',
      'yes',
      '--maxmemory-policy',
      'noeviction',
    ];
    server = spawn('redis-server', settings, { stdio: 'ignore' });
    await answers(url);
  };
  const pause = (): void => void server?.kill('SIGSTOP');
  const kill = async (): Promise<void> => {
    const ended = server && new Promise((resolve) => server?.once('exit', resolve));
    server?.kill('SIGKILL');
    await ended;
    server = undefined;
  };
  const wipe = (): void => rmSync(path.join(folder, 'appendonlydir'), { recursive: true, force: true });
  const stop = async (): Promise<void> => {
    await kill();
    rmSync(folder, { recursive: true, force: true });
  };

  await start();
  return { url, start, pause, kill, wipe, stop };
}

async function answers(url: string): Promise<void> {
  const client = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: () => 20 });
  client.on('error', () => undefined);
  try {
    await until('redis-server answers', async () => (await client.ping()) === 'PONG');
  } finally {
    client.disconnect();
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
