// What takes too long for `npm test`: mutants of the rules (score of 70 % at least), the killed processes three times over, every page, also with longer texts, every way through the first exchange, all benchmarks.
// One line a part at the end; exits 1 when one failed.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

process.chdir(resolve(import.meta.dirname, '..'));
// Tests that only run here look for it.
process.env.GATE_NIGHTLY = 'true';
const node = (...args) => [process.execPath, args];
const faults = ['scripts/test.mjs', 'test/faults'];
const parts = {
  ready: node('scripts/ready.mjs'),
  mutants: node('node_modules/@stryker-mutator/core/bin/stryker.js', 'run'),
  'faults, first': node(...faults),
  'faults, second': node(...faults),
  'faults, third': node(...faults),
  'every page': node('scripts/test.mjs', 'test/browser'),
  benchmarks: node('scripts/bench.mjs'),
};
const asked = process.argv.slice(2);
const results = [];
for (const [name, [program, args]] of Object.entries(parts)) {
  if (asked.length > 0 && name !== 'ready' && !asked.some((word) => name.startsWith(word))) continue;
  const start = Date.now();
  const { status } = spawnSync(program, args, { stdio: 'inherit' });
  results.push({ name, passed: status === 0, minutes: (Date.now() - start) / 60_000 });
}
for (const { name, passed, minutes } of results) process.stdout.write(`${passed ? 'passed' : 'FAILED'}  ${name}, ${minutes.toFixed(1)} min\n`);
process.exit(results.every(({ passed }) => passed) ? 0 : 1);
