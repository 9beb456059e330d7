// Benchmarks: `npm run bench` runs all, `npm run bench -- journey` one. They print ratios first; nothing fails for being slow.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';

process.chdir(resolve(import.meta.dirname, '..'));
const ending = '.bench.mjs';
const known = readdirSync('bench')
  .filter((file) => file.endsWith(ending))
  .map((file) => file.slice(0, -ending.length));
const asked = process.argv.slice(2);
const strangers = asked.filter((name) => !known.includes(name));
if (strangers.length > 0) {
  process.stderr.write(`There is no benchmark ${strangers.join(', ')}. There are: ${known.join(', ')}.\n`);
  process.exit(2);
}
for (const script of ['scripts/ready.mjs', ...(asked.length > 0 ? asked : known).map((name) => `bench/${name}${ending}`)]) {
  const { status } = spawnSync(process.execPath, [script], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
