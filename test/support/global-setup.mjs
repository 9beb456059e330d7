// Plain JavaScript over dist/: Jest loads global set-up outside its ESM machinery, so TypeScript with .js specifiers does not work here.
import { spawnSync } from 'node:child_process';
import * as path from 'node:path';
import { prepareTemplate, removeLeftOvers } from './template.mjs';

const root = path.resolve(import.meta.dirname, '../..');

export default async function setup() {
  const built = spawnSync(process.execPath, ['scripts/ready.mjs'], { cwd: root, stdio: 'inherit' });
  if (built.status !== 0) throw new Error('the build failed');
  const { acquireServer } = await import('../../dist/src/platform/database/embedded-server/index.js');
  const { migrate } = await import('../../dist/src/platform/database/migrator.js');
  const server = await acquireServer({
    home: path.join(root, '.gate-test'),
    database: 'gate_test',
    durable: false,
    settings: { max_connections: 300, max_wal_senders: 10, max_replication_slots: 10 },
  });
  globalThis.releaseTestServer = () => server.release();
  const template = await prepareTemplate({ server, migrate, sources: [path.join(root, 'dist/migrations'), path.join(root, 'dist/src/platform/database')] });
  await removeLeftOvers(server.url('super', 'postgres'));
  process.env.GATE_TEST_SERVER = JSON.stringify({
    template,
    run: process.pid,
    super: server.url('super', 'DATABASE'),
    owner: server.url('owner', 'DATABASE'),
    app: server.url('app', 'DATABASE'),
  });
}
