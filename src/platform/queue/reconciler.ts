import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { groupBy } from './group-by.js';
import { type Enqueued, jobIdOf, OutboxRepository } from './outbox.repository.js';
import { OutboxRelay } from './outbox.relay.js';
import { QUEUE_BACKEND, type QueueBackend } from './queue.backend.js';
import { LOST_AFTER_MS, PROBE_BATCH, QUEUE_SETTINGS, RECONCILE_EVERY_MS } from './queue.settings.js';
import { Schedule } from './schedule.js';

/**
 * Makes the queue agree with the outbox, whatever was lost: sends failed and vanished jobs again, sends all of them after the queue lost its data,
 * buries what has used up its starts. It alone raises generations, and only of rows whose job is gone from BullMQ.
 */
@Injectable()
export class Reconciler implements OnModuleInit {
  private readonly log = new Logger(Reconciler.name);
  private cursor: Enqueued | null = null;
  private warned = false;

  constructor(
    private readonly outbox: OutboxRepository,
    private readonly relay: OutboxRelay,
    @Inject(QUEUE_BACKEND) private readonly backend: QueueBackend,
    private readonly schedule: Schedule,
  ) {}

  onModuleInit(): void {
    this.schedule.every('queue.reconcile', RECONCILE_EVERY_MS, () => this.pass());
  }

  async pass(): Promise<void> {
    try {
      await this.recallAfterLoss();
      await this.sendGone(await this.outbox.failed(PROBE_BATCH));
      await this.probe();
    } catch (error) {
      this.log.warn(`the queue could not be compared with the outbox: ${(error as Error).message}`);
    }
    await this.relay.drain();
  }

  private async recallAfterLoss(): Promise<void> {
    if (await this.backend.remembers()) return;
    const rows = await this.outbox.sendAllAgain();
    // After the rows: a crash in between sends them twice, which the generations make harmless.
    await this.backend.remember();
    if (rows > 0) this.log.warn(`the queue had lost its data: ${rows} jobs are sent again`);
    if (this.warned) return;
    this.warned = true;
    for (const warning of await this.backend.warnings()) this.log.warn(warning);
  }

  /** Walks through the waiting rows, a batch a pass, and begins again at the end: no write for those that are well. */
  private async probe(): Promise<void> {
    const rows = await this.outbox.enqueuedBefore(LOST_AFTER_MS, PROBE_BATCH, this.cursor);
    this.cursor = rows.length === PROBE_BATCH ? (rows.at(-1) ?? null) : null;
    await this.sendGone(rows);
  }

  private async sendGone(rows: readonly Enqueued[]): Promise<void> {
    for (const [queue, group] of groupBy(rows, (row) => row.queue)) {
      const live = await this.backend.live(queue, group.map(jobIdOf));
      const gone = group.filter((row) => !live.has(jobIdOf(row)));
      const [spent, again] = partition(gone, (row) => row.starts >= QUEUE_SETTINGS[queue].maxStarts);
      for (const row of spent)
        if (await this.outbox.bury(row, 'its process ended during the last run'))
          this.log.error(`job ${row.id} is dead and waits for an administrator`);
      if (again.length > 0) await this.outbox.sendAgain(again);
    }
  }
}

function partition<T>(rows: readonly T[], test: (row: T) => boolean): [T[], T[]] {
  return [rows.filter(test), rows.filter((row) => !test(row))];
}
