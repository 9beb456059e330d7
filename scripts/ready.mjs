// Makes a clone ready to run: installs and builds what is missing or out of date. Plain Node, because nothing is installed yet.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lockFolder } from './lock.mjs';
import { assertPortFree } from './port.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const ASSETS = /\.(json|jsonl|csv|css|svg|woff2|txt|html)$/;
const BUILD_INPUTS = ['src', 'migrations', 'scripts/assets.mjs', 'nest-cli.json', 'tsconfig.json', 'tsconfig.build.json', '.swcrc', 'package.json', 'package-lock.json'];
const NOT_BUILT = /\.spec\.tsx?$/;

// Before anything else: a build must not change files below a server that is running.
if (process.env.npm_lifecycle_event === 'prestart') await assertPortFree(process.env);
process.chdir(root);
const unlock = await lockFolder(join(root, '.gate-ready.lock'));
try {
  install();
  build();
} finally {
  unlock();
}

function install() {
  const wanted = digest(['package-lock.json']);
  if (read('node_modules/.ready') === wanted) return;
  run('Installing packages', 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync('node_modules/.ready', wanted);
}

function build() {
  const wanted = digest(BUILD_INPUTS);
  if (read('dist/.ready') === wanted) return;
  rmSync('dist/.ready', { force: true });
  run('Building', process.execPath, ['node_modules/@nestjs/cli/bin/nest.js', 'build']);
  for (const file of files('src').filter((name) => ASSETS.test(name))) {
    mkdirSync(dirname(join('dist', file)), { recursive: true });
    copyFileSync(file, join('dist', file));
  }
  run('Styling', process.execPath, ['scripts/assets.mjs']);
  removeLeftOvers();
  writeFileSync('dist/.ready', wanted);
}

// The builder only adds and overwrites, so that tests running beside it never miss a file.
function removeLeftOvers() {
  for (const file of ['dist/src', 'dist/migrations'].flatMap(files)) {
    const source = file.slice('dist/'.length);
    const candidates = [source, ...['.ts', '.tsx'].map((suffix) => source.replace(/\.js(\.map)?$/, suffix))];
    if (!candidates.some((name) => existsSync(name) && !NOT_BUILT.test(name))) rmSync(file);
  }
}

// Contents, not times: a checkout gives every file the time of the checkout.
function digest(paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(files).filter((name) => !NOT_BUILT.test(name))) hash.update(file).update('\0').update(readFileSync(file));
  return hash.digest('hex');
}

function files(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => files(join(path, name)));
}

function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

function run(label, program, args) {
  const began = performance.now();
  process.stdout.write(`${label} ...\n`);
  const { status } = spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' });
  if (status !== 0) {
    process.stderr.write(`${label}: failed\n`);
    unlock();
    process.exit(status ?? 1);
  }
  process.stdout.write(`${label}: ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
}
