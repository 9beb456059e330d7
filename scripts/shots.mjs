// Pictures of every page in three scripts and two widths, into test/browser/shots; `npm run shots -- match` takes those with that word in their name.
import { spawnSync } from 'node:child_process';

const env = { ...process.env, GATE_SHOTS: process.argv[2] ?? 'all' };
const { status } = spawnSync('npm', ['run', 'jest', '--', 'test/browser/sitemap'], { stdio: 'inherit', env });
process.exit(status ?? 1);
