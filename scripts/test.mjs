// Everything that proves the exchange, on a clean clone: types, lint, boundaries, and all of Jest.
// Ends with one line `N passed, N failed`; exits 1 when something failed. Words after `npm test --` are passed on to Jest, and the checks are left out.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

process.chdir(resolve(import.meta.dirname, '..'));
const chosen = process.argv.slice(2);
const wanted = (process.env.GATE_TEST_REQUIRE ?? '').split(',').filter(Boolean);
const tools = { redis: 'redis-server', chromium: 'chromium' };
const count = { passed: 0, failed: 0, skipped: 0 };

const strangers = wanted.filter((name) => !(name in tools));
const missing = Object.keys(tools).filter((name) => !has(tools[name]));
for (const name of [...strangers, ...missing]) {
  if (wanted.includes(name)) fail(`GATE_TEST_REQUIRE asks for ${name}, which is not here`);
  else process.stdout.write(`Tests that need ${name} are skipped: there is no ${tools[name]} on this machine.\n`);
}

const bin = (path) => [process.execPath, [join('node_modules', path)]];
const checks = {
  types: ['typescript/bin/tsc', '--noEmit'],
  'types of the script': ['typescript/bin/tsc', '--noEmit', '--project', 'src/web/browser'],
  lint: ['eslint/bin/eslint.js', '.'],
  boundaries: ['dependency-cruiser/bin/dependency-cruise.mjs', 'src', '--output-type', 'err'],
};
// One after the other beside Jest: two cores serve Jest's workers and one check.
const checking = chosen.length > 0 ? Promise.resolve() : Object.entries(checks).reduce((before, [name, [path, ...args]]) => before.then(() => check(name, path, args)), Promise.resolve());
await Promise.all([checking, jest()]);

process.stdout.write(`${count.passed} passed, ${count.failed} failed${count.skipped > 0 ? `, ${count.skipped} skipped` : ''}\n`);
process.exit(count.failed > 0 ? 1 : 0);

async function check(name, path, args) {
  const [program, first] = bin(path);
  const { code, output } = await run(program, [...first, ...args]);
  if (code === 0) count.passed++;
  else fail(`${name}:\n${output}`);
}

async function jest() {
  const folder = mkdtempSync(join(tmpdir(), 'gate-jest-'));
  const file = join(folder, 'result.json');
  try {
    const args = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', '--json', `--outputFile=${file}`, ...chosen];
    const { code } = await run(process.execPath, args, true);
    const result = readResult(file);
    count.passed += result.numPassedTests;
    count.skipped += result.numPendingTests + result.numTodoTests;
    // A file that cannot be loaded has no tests to fail, and an open handle fails none either.
    count.failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
    if (code !== 0 && count.failed === 0) fail(`Jest ended with ${code}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readResult(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { numPassedTests: 0, numPendingTests: 0, numTodoTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 0 };
  }
}

/** Output is shown as it comes, or kept for the report of a failure. */
function run(program, args, shown = false) {
  return new Promise((done) => {
    // Jest writes its JSON to a file and its report to standard error.
    const child = spawn(program, args, { stdio: ['ignore', shown ? 'ignore' : 'pipe', shown ? 'inherit' : 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
    child.on('close', (code) => done({ code, output }));
  });
}

function fail(words) {
  count.failed++;
  process.stdout.write(`FAILED ${words}\n`);
}

function has(program) {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;
}
