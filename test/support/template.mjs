import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

const TEMPLATE_LOCK = 7_315_002;
const KEPT_TEMPLATES = 3;

/** A migrated database named after the contents of the migrations and of what runs them: made once, cloned for every test file. */
export async function prepareTemplate({ server, migrate, sources }) {
  const name = `gate_template_${digest(sources)}`;
  const admin = await connect(server.url('super', 'postgres'));
  try {
    await admin.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const found = await admin.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (!found.rowCount) await make(admin, server, migrate, name);
    await dropOldTemplates(admin);
    return name;
  } finally {
    await admin.end();
  }
}

// Built under another name: a template that exists is whole.
async function make(admin, server, migrate, name) {
  const draft = `${name}_draft`;
  await admin.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
  await admin.query(`CREATE DATABASE ${draft} OWNER gate_owner`);
  await migrate({ ownerUrl: server.url('owner', draft) });
  await admin.query(`ALTER DATABASE ${draft} RENAME TO ${name}`);
}

async function dropOldTemplates(admin) {
  const { rows } = await admin.query(`SELECT datname FROM pg_database WHERE datname LIKE 'gate\\_template\\_%' AND datname NOT LIKE '%\\_draft' ORDER BY oid DESC`);
  for (const { datname } of rows.slice(KEPT_TEMPLATES)) await admin.query(`DROP DATABASE ${datname} WITH (FORCE)`);
}

/** Clones of runs that were cut short; other runs may be going on beside this one. */
export async function removeLeftOvers(url) {
  const admin = await connect(url);
  try {
    const { rows } = await admin.query(`SELECT datname FROM pg_database WHERE datname ~ '^gate_run[0-9]+_'`);
    for (const { datname } of rows) if (!isAlive(Number(/^gate_run(\d+)_/.exec(datname)[1]))) await admin.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
  } finally {
    await admin.end();
  }
}

async function connect(connectionString) {
  const client = new pg.Client({ connectionString });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

function digest(folders) {
  const hash = createHash('sha256');
  for (const folder of folders)
    for (const name of readdirSync(folder).sort().filter((file) => file.endsWith('.js'))) hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest('hex').slice(0, 12);
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
