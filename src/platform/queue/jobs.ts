import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';
import { type JobDefinition } from './job.js';
import { OutboxRepository } from './outbox.repository.js';
import { OutboxRelay } from './outbox.relay.js';

export interface AddOptions {
  /** Not before so many milliseconds from now; the queue looks every two seconds. */
  delayMs?: number;
  /** Of equal jobs (name and this key) that wait and have not started, one is kept. */
  dedupe?: string;
}

/** Asks for background work. The request becomes a row of the caller's transaction; the queue hears of it after the commit. */
@Injectable()
export class Jobs {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly outbox: OutboxRepository,
    private readonly relay: OutboxRelay,
  ) {}

  /** @returns the outbox id. @throws when no unit of work is open, or when the payload is not what the job's schema says. */
  async add<Payload>(job: JobDefinition<Payload>, payload: Payload, options: AddOptions = {}): Promise<string> {
    if (!this.uow.isOpen) throw new Error(`job ${job.name} added outside a unit of work`);
    const id = await this.outbox.insert({
      queue: job.queue,
      name: job.name,
      payload: job.payload.parse(payload),
      delayMs: options.delayMs ?? 0,
      dedupe: options.dedupe ?? null,
    });
    this.uow.afterCommit(() => this.relay.nudge());
    return id;
  }
}
