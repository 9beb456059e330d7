import type { UnitOfWork } from '../database/unit-of-work.js';
import type { JobRun } from './handles.js';
import type { OutboxRepository, Sending } from './outbox.repository.js';

/** The run handed to a handler; afterwards it says how the handler left the row. */
export class FencedRun implements JobRun {
  /** `open`: complete was not called, or its last call failed. */
  outcome: 'open' | 'done' | 'fenced' = 'open';
  commitError: Error | undefined;

  constructor(
    private readonly sending: Sending,
    readonly signal: AbortSignal,
    private readonly outbox: OutboxRepository,
    private readonly uow: UnitOfWork,
  ) {}

  get outboxId(): string {
    return this.sending.id;
  }

  async complete<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      const [outcome, result] = await this.uow.run(async () =>
        (await this.outbox.finish(this.sending)) ? (['done', await work()] as const) : (['fenced', undefined] as const),
      );
      this.outcome = outcome;
      return result;
    } catch (error) {
      this.commitError = error as Error;
      throw error;
    }
  }
}
