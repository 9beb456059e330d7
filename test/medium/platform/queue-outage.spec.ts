import { Queue, Worker } from 'bullmq';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { postgresBackend } from '../../../src/platform/queue/postgres.backend.js';
import { cloneDatabase } from '../../support/database.js';
import { until } from '../../support/until.js';

const FIELDS = 'SFATAL\0C57P03\0Mthe database system is starting up\0\0';
const REFUSAL = Buffer.from(`E\0\0\0${String.fromCharCode(FIELDS.length + 4)}${FIELDS}`, 'latin1');
const ENOUGH = 8;

/** A way to a database that turns callers away, as PostgreSQL does while it starts, until it is opened. */
async function gateway(databaseUrl: string) {
  const url = new URL(databaseUrl);
  const { port, hostname } = url;
  const state = { open: false, refused: 0 };
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    sockets.add(client);
    client.on('error', () => client.destroy());
    if (state.open) {
      const database = connect(Number(port), hostname);
      database.on('error', () => client.destroy());
      client.on('close', () => database.destroy());
      client.pipe(database).pipe(client);
    } else {
      client.once('data', () => {
        state.refused++;
        client.end(REFUSAL);
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url.port = `${(server.address() as AddressInfo).port}`;
  const close = (): Promise<unknown> => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => server.close(resolve));
  };
  return { url: url.href, state, close };
}

it('a queue whose database is away from the first asks with pauses, and works when it is there', async () => {
  const database = await cloneDatabase();
  const { url, state, close } = await gateway(database.url);
  const backend = postgresBackend(url);
  const start = performance.now();
  const queue = new Queue('interactive', { ...backend.queueOptions });
  const worked: string[] = [];
  const worker = new Worker('interactive', (job) => Promise.resolve(void worked.push(job.name)), { ...backend.workerOptions });
  const told: string[] = [];
  queue.on('error', (error) => told.push(error.message));
  worker.on('error', (error) => told.push(error.message));

  await until('they were turned away again and again', () => state.refused >= ENOUGH);
  // Eight times in some ten milliseconds, if each refusal were answered by the next attempt.
  expect(performance.now() - start).toBeGreaterThan(500);
  expect(told).toContain('the database system is starting up');
  state.open = true;
  await queue.add('after all', {});
  await until('the job is worked off', () => worked.includes('after all'));

  await worker.close();
  await queue.close();
  await backend.close();
  await close();
  await database.drop();
});
