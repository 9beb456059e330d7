import { NotificationsModule } from '../../src/modules/notifications/index.js';
import { matchingContext, newListed, type MatchingContext } from '../support/factories/matching.js';
import { newOrganization } from '../support/factories/organizations.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { databaseProxy, type DatabaseProxy } from '../support/database-proxy.js';
import { ProcessBench, type GateUnderTest } from '../support/gate-process.js';
import { mailSink, type MailSink } from '../support/mail-sink.js';
import { startRedis, type TestRedis } from '../support/redis.js';
import { refusingQueue } from './refusing-queue.js';

export type Backend = 'PostgreSQL' | 'Redis';

/** A database and a queue, an application in this process that asks for jobs but works off none, and real processes that do. */
export interface FaultGround {
  readonly context: MatchingContext;
  /** Only where it is the queue. */
  readonly redis: TestRedis;
  /** The way to the database that can be stopped; it is taken by processes launched with `stoppable`. */
  readonly proxy: DatabaseProxy;
  /** Takes the mail of all processes. */
  readonly mail: MailSink;
  launch(role: 'web' | 'worker', options?: { stoppable?: boolean }): Promise<GateUnderTest>;
  /** Lets the queue take no job any more. @returns what makes it take some again; those on their way are lost. */
  stopQueue(): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

export async function faultGround(backend: Backend): Promise<FaultGround> {
  const bench = new ProcessBench();
  const database: TestDatabase = await cloneDatabase();
  const redis = backend === 'Redis' ? await startRedis() : undefined;
  const proxy = await databaseProxy(database.url);
  const mail = await mailSink();
  const context = await matchingContext([NotificationsModule], { database, config: redis ? { redisUrl: redis.url } : {} });
  return {
    context,
    proxy,
    mail,
    get redis() {
      if (!redis) throw new Error('the queue is PostgreSQL');
      return redis;
    },
    launch: async (role, { stoppable = false } = {}) => {
      const gate = await bench.launch({
        env: {
          DATABASE_URL: stoppable ? proxy.url : database.url,
          GATE_ROLE: role,
          GATE_SECRET: 'a secret that only the tests know, 32+',
          SMTP_URL: mail.url,
          ...(redis && { REDIS_URL: redis.url }),
        },
      });
      await gate.answering();
      return gate;
    },
    stopQueue: () => refusingQueue(redis ?? database),
    close: async () => {
      await bench.clear();
      await context.close();
      await proxy.close();
      await mail.close();
      await redis?.stop();
      await database.drop();
    },
  };
}

/** Publishes offers of two providers, then needs of one seeker, whose jobs wait for a worker. */
export async function publishAll(context: MatchingContext, { needs, offers = 6 }: { needs: number; offers?: number }): Promise<void> {
  const providers = [(await newOrganization(context)).manager, (await newOrganization(context, { country: 'BR' })).manager];
  for (let i = 0; i < offers; i++)
    await newListed(context, {
      kind: i % 3 === 2 ? 'solution' : 'technology',
      owner: providers[i % 2]!,
      content: { teaser: `Number ${i} of its kind` },
    });
  const seeker = (await newOrganization(context, { country: 'MZ' })).manager;
  for (let i = 0; i < needs; i++) await newListed(context, { kind: 'need', owner: seeker, content: { teaser: `Wells of town ${i}` } });
}
