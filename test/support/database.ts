import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A migrated database of one test file's own. */
export interface TestDatabase {
  readonly name: string;
  /** As gate_app, the runtime role. */
  readonly url: string;
  /** As gate_owner, who may do everything with the tables. */
  readonly ownerUrl: string;
  /** As the superuser of the test server. */
  readonly superUrl: string;
  drop(): Promise<void>;
}

interface TestServer {
  template: string;
  run: number;
  super: string;
  owner: string;
  app: string;
}

/** What global set-up left for the workers; the addresses have the word DATABASE where a name belongs. */
export function testServer(): TestServer {
  const text = process.env.GATE_TEST_SERVER;
  if (!text) throw new Error('run the tests through npm test or npm run jest: global set-up starts their database server');
  return JSON.parse(text) as TestServer;
}

/** Copies the migrated template, in about 0.1 s. `empty` gives a database without any migration. */
export async function cloneDatabase({ empty = false } = {}): Promise<TestDatabase> {
  const server = testServer();
  const name = `gate_run${server.run}_${randomBytes(5).toString('hex')}`;
  const at = (address: string, database: string): string => address.replace('DATABASE', database);
  const source = empty ? 'template0' : server.template;
  await asSuperuser(`CREATE DATABASE ${name} TEMPLATE ${source} OWNER gate_owner STRATEGY file_copy`);
  return {
    name,
    url: at(server.app, name),
    ownerUrl: at(server.owner, name),
    superUrl: at(server.super, name),
    drop: () => asSuperuser(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

/** A client whose connection may be cut (DROP DATABASE ... WITH FORCE) without failing a test. */
export async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString, application_name: 'gate-test' });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function asSuperuser(statement: string): Promise<void> {
  const admin = await connect(testServer().super.replace('DATABASE', 'postgres'));
  try {
    await admin.query(statement);
  } finally {
    await admin.end();
  }
}
