import { jest } from '@jest/globals';
import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import * as path from 'node:path';
import { acquireServer, freePort } from '../../src/platform/database/embedded-server/index.js';
import { connect } from './database.js';
import { testFolder } from './folder.js';
import { until } from './until.js';

/** Whole processes start in a second where nothing else runs, and in ten where tests fill the processor. */
jest.setTimeout(120_000);

export interface LaunchOptions {
  /** `npm start` instead of the built program. */
  npm?: boolean;
  dataDir: string;
  port: number;
  env?: NodeJS.ProcessEnv;
  user?: Pick<SpawnOptions, 'uid' | 'gid'>;
  /** Folder of the project, this one by default. */
  cwd?: string;
}

let accounts = 0;

/** A real GATE process with a terminal's process group of its own. */
export class GateUnderTest {
  private said = '';
  readonly exited: Promise<number | string>;

  private constructor(
    private readonly child: ChildProcess,
    private readonly options: LaunchOptions,
  ) {
    const hear = (chunk: unknown): void => void (this.said += String(chunk));
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    this.exited = new Promise((resolve) => child.once('close', (code, signal) => resolve(code ?? signal ?? 'unknown')));
  }

  static launch(options: LaunchOptions): GateUnderTest {
    const [file, args] = options.npm ? ['npm', ['start']] : [process.execPath, ['dist/src/main.js']];
    const env = {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      GATE_EXAMPLES: 'false',
      PORT: `${options.port}`,
      GATE_DATA_DIR: options.dataDir,
      ...options.env,
    };
    // A group of its own, as a shell gives it: Ctrl-C goes to all of the group.
    const child = spawn(file, args, { ...options.user, cwd: options.cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    return new GateUnderTest(child, options);
  }

  get output(): string {
    return this.said;
  }

  get pid(): number {
    return this.child.pid ?? -1;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.options.port}`;
  }

  get running(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  get postmaster(): number {
    const access = JSON.parse(readFileSync(path.join(this.options.dataDir, 'pg.json'), 'utf8')) as { base?: string };
    return postmasterOf(path.join(access.base ?? this.options.dataDir, 'pg')) ?? -1;
  }

  async answering(): Promise<void> {
    await until('GATE listens', () => {
      if (!this.running) throw new Error(`GATE ended instead of listening:\n${this.said}`);
      return this.said.includes('GATE answers at');
    });
    await until('GATE answers', () => this.get('/health/live'));
  }

  /** True for an answer with this status. */
  async get(route: string, headers: Record<string, string> = {}, wanted = 200): Promise<boolean> {
    try {
      const answer = await fetch(`${this.origin}${route}`, { headers });
      await answer.arrayBuffer();
      return answer.status === wanted;
    } catch {
      return false;
    }
  }

  /** Makes an account, which writes to the database. @returns the cookie of its session. */
  async signUp(): Promise<string> {
    const { origin } = this;
    const body = JSON.stringify({
      email: `p${++accounts}.${process.pid}@test.invalid`,
      password: 'correct horse battery staple 9',
      name: 'Ada',
    });
    const answer = await fetch(`${origin}/api/auth/sign-up/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body,
    });
    const words = await answer.text();
    if (answer.status !== 200) throw new Error(`sign-up answered ${answer.status}: ${words}`);
    return answer.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ');
  }

  /** True when the process answers whose session this is, which reads the database. */
  knows(cookie: string): Promise<boolean> {
    return this.get('/api/v1/me', { cookie });
  }

  /** A row of gate_setting, read from the running embedded database. */
  async setting(key: string): Promise<unknown> {
    const [row] = await embeddedRows(this.options.dataDir, `SELECT value FROM gate_setting WHERE key = '${key}'`);
    return row?.value;
  }

  signal(name: NodeJS.Signals): void {
    if (this.running) process.kill(this.pid, name);
  }

  /** What a terminal does: the signal goes to every process of the group. */
  pressCtrlC(): void {
    process.kill(-this.pid, 'SIGINT');
  }
}

export const postmasterOf = (cluster: string): number | null => {
  const file = path.join(cluster, 'postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null;
};

/** Data folders and processes of one test file, all ended and removed by `clear`. */
export class ProcessBench {
  private readonly launched: GateUnderTest[] = [];
  private readonly folders: { path: string; remove(): void }[] = [];

  folder(mode?: number): string {
    const folder = testFolder(mode);
    this.folders.push(folder);
    return folder.path;
  }

  async launch(options: Partial<LaunchOptions> = {}): Promise<GateUnderTest> {
    const gate = GateUnderTest.launch({
      dataDir: options.dataDir ?? path.join(this.folder(), 'data'),
      port: options.port ?? (await freePort()),
      ...options,
    });
    this.launched.push(gate);
    return gate;
  }

  async clear(): Promise<void> {
    for (const gate of this.launched.splice(0)) {
      gate.signal('SIGKILL');
      await gate.exited;
    }
    for (const folder of this.folders.splice(0)) {
      await this.stopServer(path.join(folder.path, 'data'));
      folder.remove();
    }
  }

  private async stopServer(home: string): Promise<void> {
    if (!existsSync(path.join(home, 'pg.json'))) return;
    const server = await acquireServer({ home, database: 'gate' });
    await server.release();
    if (server.placement.base !== home) rmSync(server.placement.base, { recursive: true, force: true });
  }
}

/** How many accounts a stopped GATE's database holds. */
export async function countPeople(home: string): Promise<number> {
  const [row] = await embeddedRows(home, 'SELECT count(*)::int AS count FROM auth."user"');
  return row?.count as number;
}

/** What the database of a data folder answers; its server is started when no process runs on it. */
export async function embeddedRows(home: string, sql: string): Promise<Record<string, unknown>[]> {
  const server = await acquireServer({ home, database: 'gate' });
  const client = await connect(server.ownerUrl);
  const { rows } = await client.query(sql);
  await client.end();
  await server.release();
  return rows;
}
