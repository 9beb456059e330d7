import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OutboxRepository } from './outbox.repository.js';
import { Schedule } from './schedule.js';

const DONE_DAYS = 7;
const BATCH = 5_000;

/** Removes rows that are long done, in batches that hold no lock for long. Dead rows stay until somebody has looked at them. */
@Injectable()
export class QueueRetention implements OnModuleInit {
  constructor(
    private readonly outbox: OutboxRepository,
    private readonly schedule: Schedule,
  ) {}

  onModuleInit(): void {
    this.schedule.every('queue.retention', 3_600_000, () => this.pass());
  }

  async pass(): Promise<void> {
    while ((await this.outbox.forgetDone(DONE_DAYS, BATCH)) === BATCH);
  }
}
