import { getQueueToken } from '@nestjs/bullmq';
import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { Queue } from 'bullmq';
import { groupBy } from './group-by.js';
import type { QueueName } from './job.js';
import { type Claimed, jobIdOf, OutboxRepository } from './outbox.repository.js';
import { ENQUEUE_TIMEOUT_MS, RECONCILE_EVERY_MS, RELAY_BATCH } from './queue.settings.js';

/** What BullMQ is told: the row is the truth, also for the payload. */
export type JobTicket = { outboxId: string; generation: number };

/**
 * Hands committed rows to BullMQ: claims them in a short commit of its own, then adds them with no transaction open.
 * Nobody waits for it. A crash between the two leaves claimed rows without a job, which the reconciler finds.
 */
@Injectable()
export class OutboxRelay implements BeforeApplicationShutdown {
  private readonly log = new Logger(OutboxRelay.name);
  private running: Promise<void> | undefined;
  private again = false;
  private stopped = false;
  private unreachableUntil = 0;
  private readonly pending = new Map<QueueName, Promise<unknown>>();

  constructor(
    private readonly outbox: OutboxRepository,
    private readonly moduleRef: ModuleRef,
  ) {}

  /** Something was committed. Returns at once; calls during a run are folded into one more. While the queue is out of reach the reconciler alone tries. */
  nudge(): void {
    if (this.stopped || Date.now() < this.unreachableUntil) return;
    this.again = true;
    this.running ??= this.loop().finally(() => (this.running = undefined));
  }

  /** Hands over everything that is due. */
  async drain(): Promise<void> {
    for (;;) {
      const rows = await this.outbox.claim(RELAY_BATCH);
      const sent = await this.send(rows);
      if (!sent || rows.length < RELAY_BATCH || this.stopped) return;
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await this.running;
  }

  private async loop(): Promise<void> {
    while (this.again && !this.stopped) {
      this.again = false;
      await this.drain().catch((error: unknown) => this.log.error(error));
    }
  }

  private async send(rows: readonly Claimed[]): Promise<boolean> {
    const groups = groupBy(rows, (row) => row.queue);
    const answers = await Promise.all([...groups].map(([queue, group]) => this.enqueue(queue, group)));
    const sent = answers.every(Boolean);
    this.unreachableUntil = sent ? 0 : Date.now() + RECONCILE_EVERY_MS;
    return sent;
  }

  private async enqueue(name: QueueName, rows: readonly Claimed[]): Promise<boolean> {
    try {
      // A batch that hangs in the client may still arrive; a second one behind it would only pile up.
      if (this.pending.has(name)) throw new Error('the last batch is still under way');
      const queue = this.moduleRef.get<Queue<JobTicket>>(getQueueToken(name), { strict: false });
      const adding = addAll(queue, rows).finally(() => this.pending.delete(name));
      this.pending.set(name, adding);
      await within(ENQUEUE_TIMEOUT_MS, adding);
      return true;
    } catch (error) {
      this.log.warn(`${rows.length} jobs stay in the outbox, queue ${name} does not take them: ${(error as Error).message}`);
      await this.outbox.release(rows);
      return false;
    }
  }
}

function addAll(queue: Queue<JobTicket>, rows: readonly Claimed[]): Promise<unknown> {
  const jobs = rows.map((row) => ({
    name: row.name,
    data: { outboxId: row.id, generation: row.generation },
    opts: { jobId: jobIdOf(row) },
  }));
  const [job] = jobs;
  // On PostgreSQL a bulk makes two temporary tables, too much catalogue for the usual single job.
  return job && jobs.length === 1 ? queue.add(job.name, job.data, job.opts) : queue.addBulk(jobs);
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
