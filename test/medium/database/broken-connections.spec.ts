import { getQueueToken } from '@nestjs/bullmq';
import type { Queue } from 'bullmq';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type pg from 'pg';
import { DataSource } from 'typeorm';
import { AuthModule } from '../../../src/platform/auth/index.js';
import { AUTH_POOL } from '../../../src/platform/auth/auth.js';
import { HttpModule } from '../../../src/platform/http/index.js';
import { cloneDatabase, type TestDatabase } from '../../support/database.js';
import { mediumContext, type MediumContext } from '../../support/medium.js';

const READY = Buffer.from('Z\0\0\0\x05I', 'latin1');
const FIELDS = 'SFATAL\0C57P01\0Mterminating connection due to unexpected postmaster exit\0\0';
const GOODBYE = Buffer.from(`E\0\0\0${String.fromCharCode(FIELDS.length + 4)}${FIELDS}`, 'latin1');

/** Stands before PostgreSQL. The next connection of this name ends in the very message that says it is open, as a busy process reads both at once. */
class Breaker {
  next = '';
  broke = 0;
  private readonly sockets = new Set<Socket>();
  private constructor(private readonly server: Server) {}

  static async before(target: URL): Promise<Breaker> {
    const server = createServer((client) => {
      const database = connect(Number(target.port), target.hostname);
      let asked = '';
      let open = false;
      database.on('data', (chunk: Buffer) => {
        const opens = !open && chunk.includes(READY);
        open ||= opens;
        if (!opens || !breaker.next || !asked.includes(`application_name\0${breaker.next}\0`)) return client.write(chunk);
        breaker.broke++;
        breaker.next = '';
        client.end(Buffer.concat([chunk, GOODBYE]));
      });
      client.on('data', (chunk: Buffer) => {
        if (!open) asked += chunk.toString('latin1');
        database.write(chunk);
      });
      for (const [socket, peer] of [[client, database] as const, [database, client] as const]) {
        breaker.sockets.add(socket);
        socket.on('error', () => socket.destroy());
        socket.on('close', () => (breaker.sockets.delete(socket), peer.destroy()));
      }
    });
    const breaker = new Breaker(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return breaker;
  }

  url(of: URL): string {
    const url = new URL(of);
    url.port = `${(this.server.address() as AddressInfo).port}`;
    return url.href;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

interface Lent {
  query(sql: string): Promise<unknown>;
  release(): unknown;
}

describe('a connection that breaks as it is lent, before its borrower listens', () => {
  let database: TestDatabase;
  let breaker: Breaker;
  let context: MediumContext;
  beforeAll(async () => {
    database = await cloneDatabase();
    breaker = await Breaker.before(new URL(database.url));
    context = await mediumContext({
      modules: [HttpModule, AuthModule],
      database: { url: breaker.url(new URL(database.url)), ownerUrl: database.ownerUrl },
    });
  });
  afterAll(async () => {
    await context.close();
    await breaker.close();
    await database.drop();
  });

  const typeorm = async (): Promise<Lent> => {
    const runner = context.get(DataSource).createQueryRunner();
    await runner.connect();
    return runner;
  };
  const accounts = (): Promise<Lent> => context.get<pg.Pool>(AUTH_POOL).connect();
  const queue = (): Promise<Lent> => (context.get<Queue>(getQueueToken('interactive')).opts.connection as unknown as pg.Pool).connect();

  it.each([
    ['gate', typeorm],
    ['gate-auth', accounts],
    ['gate-queue', queue],
  ])('fails its statement in the pool %s, and ends no process', async (name, borrow) => {
    const before = breaker.broke;
    breaker.next = name;
    const lent: Lent[] = [];
    // Those that lie idle are lent first.
    while (breaker.broke === before) lent.push(await borrow());
    await expect(lent.at(-1)?.query('SELECT 1')).rejects.toThrow();
    for (const one of lent) await one.release();
    const another = await borrow();
    await expect(another.query('SELECT 1')).resolves.toBeDefined();
    await another.release();
  });
});
