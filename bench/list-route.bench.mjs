// CPU of a list of twenty rows over the API, beside the same statements by raw pg on bare Fastify.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { figure, machine, median, ms, say } from './support/figures.mjs';
import { freePort, startGate } from './support/gate.mjs';
import { load } from './support/load.mjs';

const ROUNDS = 5;
const REQUESTS = 2_000;
const PATH = '/offers?limit=20';

const folder = mkdtempSync(join(tmpdir(), 'gate-bench-'));
const recorded = join(folder, 'statements.json');
const before = machine();
const recorder = resolve(import.meta.dirname, 'support/record-statements.mjs');
const gate = await startGate({ env: { BENCH_STATEMENTS: recorded }, nodeOptions: `--import ${recorder}` });
const headers = { authorization: `Bearer ${gate.account('seeker-editor').apiKey}` };
let bare;
try {
  const statements = await statementsOfOne();
  bare = await startBare(statements);
  const rounds = { gate: [], bare: [] };
  for (let round = -1; round < ROUNDS; round++) {
    const ours = await load(gate.pid, `${gate.origin}/api/v1${PATH}`, { requests: REQUESTS, headers });
    const theirs = await load(bare.child.pid, bare.origin, { requests: REQUESTS });
    // The first round warms both up.
    if (round < 0) continue;
    rounds.gate.push(ours);
    rounds.bare.push(theirs);
  }
  const [ours, theirs] = [rounds.gate, rounds.bare].map((all) => median(all.map(({ cpu }) => cpu)));
  say(`\nlist route: GET ${PATH} by API key, ${statements.length} statements, ${ROUNDS} x ${REQUESTS} requests, 8 at once`);
  figure('CPU a request / raw pg on bare Fastify', (ours / theirs).toFixed(2), '<= 1.5');
  figure('CPU a request', ms(ours));
  figure('CPU a request, raw', ms(theirs));
  figure('requests a second, one process', Math.round(1_000 / median(rounds.gate.map(({ wall }) => wall))).toString(), '>= 1500');
  say(`  ${before} at the start, ${machine().split(', ').at(-1)} at the end`);
} finally {
  bare?.child.kill();
  await gate.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** What the server asks its database for one request, told from its timers by being asked just as often as requests were made. */
async function statementsOfOne() {
  const times = 23;
  const ask = () => load(gate.pid, `${gate.origin}/api/v1${PATH}`, { requests: times, atOnce: 1, headers });
  await ask();
  process.kill(gate.pid, 'SIGUSR2');
  await ask();
  process.kill(gate.pid, 'SIGUSR2');
  while (!existsSync(recorded)) await new Promise((later) => setTimeout(later, 10));
  const all = JSON.parse(readFileSync(recorded, 'utf8'));
  return [...groupByText(all).values()].filter((same) => same.length === times).map(([first]) => first);
}

function groupByText(all) {
  const groups = new Map();
  for (const one of all) groups.set(one.text, [...(groups.get(one.text) ?? []), one]);
  return groups;
}

async function startBare(statements) {
  const port = await freePort();
  const told = JSON.stringify({ statements, databaseUrl: gate.databaseUrl, port });
  const child = spawn(process.execPath, [resolve(import.meta.dirname, 'support/bare-list.mjs'), told], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((listening, failed) => {
    child.stdout.once('data', listening);
    child.once('close', (code) => failed(new Error(`the bare server ended with ${code}`)));
  });
  return { child, origin: `http://127.0.0.1:${port}/` };
}
