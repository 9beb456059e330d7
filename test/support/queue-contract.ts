import { getQueueToken } from '@nestjs/bullmq';
import { Injectable } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { z } from 'zod';
import { Handles, type JobRun } from '../../src/platform/queue/handles.js';
import { defineJob } from '../../src/platform/queue/job.js';
import { type AddOptions, Jobs } from '../../src/platform/queue/jobs.js';
import type { OutboxState } from '../../src/platform/queue/outbox.entity.js';
import type { JobTicket } from '../../src/platform/queue/outbox.relay.js';
import { type MediumContext, mediumContext } from './medium.js';
import { until } from './until.js';

const record = defineJob({ name: 'contract.record', queue: 'interactive', payload: z.strictObject({ key: z.string() }) });

type Behaviour = (run: JobRun, effect: () => Promise<unknown>) => Promise<unknown>;

/** One job whose effect is a row in `effect`; each key may be given a behaviour of its own. */
@Injectable()
export class ContractJobs {
  readonly behaviours = new Map<string, Behaviour>();
  readonly starts = new Map<string, number>();
  effect: (key: string) => Promise<unknown> = () => Promise.resolve();

  @Handles(record)
  async record({ key }: { key: string }, run: JobRun): Promise<void> {
    this.starts.set(key, (this.starts.get(key) ?? 0) + 1);
    const effect = (): Promise<unknown> => this.effect(key);
    const behave = this.behaviours.get(key) ?? ((r: JobRun) => r.complete(effect));
    await behave(run, effect);
  }
}

export interface OutboxRow {
  state: OutboxState;
  starts: number;
  generation: number;
  last_error: string | null;
  enqueued_at: Date | null;
  failed_at: Date | null;
  available_at: Date;
}

/** An application with one job, workers running, on either backend. */
export interface QueueRig {
  readonly context: MediumContext;
  readonly handler: ContractJobs;
  readonly queue: Queue<JobTicket>;
  add(key: string, options?: AddOptions): Promise<string>;
  row(id: string): Promise<OutboxRow>;
  reaches(id: string, state: OutboxState): Promise<OutboxRow>;
  effects(key: string): Promise<number>;
  close(): Promise<void>;
}

export async function queueRig(redisUrl?: string): Promise<QueueRig> {
  const context = await mediumContext({ providers: [ContractJobs], config: { role: 'all', ...(redisUrl ? { redisUrl } : {}) } });
  await context.sql.query('CREATE TABLE effect (key text NOT NULL)');
  const handler = context.get(ContractJobs);
  const jobs = context.get(Jobs);
  handler.effect = (key) => context.uow.query('INSERT INTO effect (key) VALUES ($1)', [key]);
  const row = async (id: string): Promise<OutboxRow> =>
    (await context.sql.query<OutboxRow>('SELECT * FROM outbox WHERE id = $1', [id])).rows[0]!;
  return {
    context,
    handler,
    row,
    queue: context.module.get<Queue<JobTicket>>(getQueueToken('interactive'), { strict: false }),
    add: (key, options) => context.uow.run(() => jobs.add(record, { key }, options)),
    reaches: (id, state) =>
      until(`job ${state}`, async () => {
        const now = await row(id);
        return now.state === state && now;
      }),
    effects: async (key) => (await context.sql.query('SELECT FROM effect WHERE key = $1', [key])).rowCount ?? 0,
    close: () => context.close(),
  };
}

/** Opens once and stays open; handlers wait at it. */
export class Gate {
  private waiting = 0;
  private resolve: () => void = () => undefined;
  private readonly opened = new Promise<void>((resolve) => (this.resolve = resolve));

  async pass(): Promise<void> {
    this.waiting++;
    await this.opened;
  }

  open(): void {
    this.resolve();
  }

  arrived(count = 1): Promise<boolean> {
    return until(`${count} at the gate`, () => this.waiting >= count);
  }
}
