import type pg from 'pg';
import { postgresBackend } from '../../../src/platform/queue/postgres.backend.js';
import { cloneDatabase, connect } from '../../support/database.js';

it('a connection that breaks while it is lent out and does nothing is an error of nobody', async () => {
  const database = await cloneDatabase();
  const { queueOptions, close } = postgresBackend(database.url);
  const administrator = await connect(database.superUrl);
  const lent = await (queueOptions.connection as unknown as pg.Pool).connect();
  const { rows } = await lent.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const ended = new Promise<void>((resolve) => lent.once('end', resolve));
  await administrator.query('SELECT pg_terminate_backend($1)', [rows[0]!.pid]);
  await ended;
  await expect(lent.query('SELECT 1')).rejects.toThrow();
  lent.release(true);
  await administrator.end();
  await close();
  await database.drop();
});
