import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';
import { OutboxRepository } from './outbox.repository.js';
import { Schedule } from './schedule.js';

const DONE_DAYS = 7;
const IDEMPOTENCY_HOURS = 48;
const BATCH = 5_000;

/** Removes what has served its time, in batches that hold no lock for long. Dead rows stay until somebody has looked at them. */
@Injectable()
export class QueueRetention implements OnModuleInit {
  constructor(
    private readonly outbox: OutboxRepository,
    private readonly uow: UnitOfWork,
    private readonly schedule: Schedule,
  ) {}

  onModuleInit(): void {
    this.schedule.every('queue.retention', 3_600_000, () => this.pass());
  }

  async pass(): Promise<void> {
    while ((await this.outbox.forgetDone(DONE_DAYS, BATCH)) === BATCH);
    await this.uow.query(`DELETE FROM idempotency_key WHERE created_at < now() - $1 * interval '1 hour'`, [IDEMPOTENCY_HOURS]);
  }
}
