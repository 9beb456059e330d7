import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const STARTS_WITHIN_MS = 120_000;

/** A port nobody listens on. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/**
 * A server process with the example exchange in a folder of its own.
 * @returns {{ pid, origin, databaseUrl, ownerUrl, account(role, nth?), call(account, method, path, body?), stop() }}
 */
export async function startGate({ env = {}, nodeOptions = '' } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'gate-bench-'));
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const settings = { PORT: `${port}`, GATE_DATA_DIR: folder, GATE_EXAMPLES: 'true', GATE_RATE_LIMIT: '1000000', GATE_LOG_LEVEL: 'warn' };
  const child = spawn(process.execPath, ['--enable-source-maps', 'dist/src/main.js'], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_OPTIONS: nodeOptions, ...settings, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await hears(child, 'demo-accounts.json');
    const accounts = JSON.parse(readFileSync(join(folder, 'demo-accounts.json'), 'utf8'));
    const account = (role, nth = 0) => accounts.filter((one) => one.role === role)[nth];
    const call = (as, method, path, body) => request(origin, as.apiKey, method, path, body);
    await idle(call, account('administrator'));
    const { port: databasePort, passwords } = JSON.parse(readFileSync(join(folder, 'pg.json'), 'utf8'));
    const url = (role) => `postgres://gate_${role}:${passwords[role]}@127.0.0.1:${databasePort}/gate`;
    return { pid: child.pid, origin, databaseUrl: url('app'), ownerUrl: url('owner'), account, call, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function hears(child, words) {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`the server did not say "${words}" in time:\n${said}`)), STARTS_WITHIN_MS);
    child.stdout.on('data', (chunk) => {
      said += chunk;
      if (!said.includes(words)) return;
      clearTimeout(timer);
      resolve();
    });
    child.once('close', (code) => reject(new Error(`the server ended with ${code}:\n${said}`)));
  });
}

async function request(origin, key, method, path, body) {
  const headers = { authorization: `Bearer ${key}`, ...(body && { 'content-type': 'application/json' }) };
  const answer = await fetch(`${origin}/api/v1${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  const json = await answer.json();
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(json)}`);
  return json;
}

/** Waits until the jobs of the example exchange are done. */
async function idle(call, administrator) {
  for (let calm = 0; calm < 5;) {
    const { items } = await call(administrator, 'GET', '/admin/jobs?state=waiting&limit=1');
    calm = items.length === 0 ? calm + 1 : 0;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
