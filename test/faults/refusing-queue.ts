import { connect, type TestDatabase } from '../support/database.js';
import type { TestRedis } from '../support/redis.js';
import { until } from '../support/until.js';

const HANDING_OVER = `FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'gate-queue' AND wait_event_type = 'Lock'`;

/** Keeps a queue from taking jobs, so that a process can be killed between claiming a row and handing it over. */
export const refusingQueue = (queue: TestRedis | TestDatabase): Promise<() => Promise<void>> =>
  'pause' in queue ? refusingRedis(queue) : refusingDatabase(queue);

async function refusingRedis(redis: TestRedis): Promise<() => Promise<void>> {
  redis.pause();
  return async () => {
    // What lies in its sockets is never read.
    await redis.kill();
    await redis.start();
  };
}

async function refusingDatabase({ superUrl }: TestDatabase): Promise<() => Promise<void>> {
  const holder = await connect(superUrl);
  await holder.query('BEGIN');
  await holder.query('LOCK TABLE bullmq.job IN ACCESS EXCLUSIVE MODE');
  return async () => {
    const administrator = await connect(superUrl);
    // Their statements have been sent and would be carried out, though nobody waits for the answer.
    await until('what was on its way is lost', async () => {
      await administrator.query(`SELECT pg_terminate_backend(pid) ${HANDING_OVER}`);
      return (await administrator.query(`SELECT ${HANDING_OVER}`)).rowCount === 0;
    });
    await administrator.end();
    await holder.query('ROLLBACK');
    await holder.end();
  };
}
