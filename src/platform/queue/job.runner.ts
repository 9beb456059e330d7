import { Injectable, Logger } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';
import { FencedRun } from './fenced-run.js';
import { HandlerRegistry } from './handler.registry.js';
import { describeFailure, JobTimeoutError, PermanentJobError, ShuttingDownError } from './job-errors.js';
import { findJob, type QueueName } from './job.js';
import { OutboxRepository, type Sending, type Started } from './outbox.repository.js';
import { backoff, QUEUE_SETTINGS } from './queue.settings.js';

export type RunOutcome = 'done' | 'fenced' | 'failed' | 'dead';

/** One start of a job, from counting it to its end in the outbox. Knows nothing of BullMQ. */
@Injectable()
export class JobRunner {
  private readonly log = new Logger(JobRunner.name);

  constructor(
    private readonly outbox: OutboxRepository,
    private readonly uow: UnitOfWork,
    private readonly handlers: HandlerRegistry,
  ) {}

  /**
   * @param control aborted from outside when the lock is lost or the process shuts down, from here when the run takes too long.
   * @throws only when the outcome could not be recorded.
   */
  async run(queue: QueueName, sending: Sending, control: AbortController): Promise<RunOutcome> {
    const { maxStarts, runLimitMs } = QUEUE_SETTINGS[queue];
    const started = await this.outbox.start(sending);
    if (!started) return 'fenced';
    // Only starts that never came back, neither well nor badly, lead here: the process went with them.
    if (started.starts > maxStarts) return this.bury(sending, started, 'its process ended during every run');
    const timer = setTimeout(() => control.abort(new JobTimeoutError()), runLimitMs);
    try {
      return await this.handle(sending, started, control.signal);
    } catch (error) {
      return await this.settle(queue, sending, started, error, control.signal.reason instanceof ShuttingDownError);
    } finally {
      clearTimeout(timer);
    }
  }

  private async handle(sending: Sending, { name, payload }: Started, signal: AbortSignal): Promise<RunOutcome> {
    const job = findJob(name);
    const handler = this.handlers.handlerOf(name);
    // Perhaps of a newer release that runs beside this one, so another process may know it.
    if (!job || !handler) throw new Error(`unknown job ${name}`);
    const parsed = job.payload.safeParse(payload);
    if (!parsed.success) throw new PermanentJobError('job.payload-invalid');
    const run = new FencedRun(sending, signal, this.outbox, this.uow);
    await untilAborted(handler(parsed.data, run), signal);
    if (run.outcome !== 'open') return run.outcome;
    if (run.commitError) throw run.commitError;
    return (await this.outbox.finish(sending)) ? 'done' : 'fenced';
  }

  private async settle(queue: QueueName, sending: Sending, started: Started, error: unknown, shuttingDown: boolean): Promise<RunOutcome> {
    const settings = QUEUE_SETTINGS[queue];
    const failure = describeFailure(error);
    const last = started.starts >= settings.maxStarts && !shuttingDown;
    if (last || error instanceof PermanentJobError) return this.bury(sending, started, failure);
    this.log.warn(`job ${started.name} ${sending.id} failed at start ${started.starts}: ${failure}`);
    await this.outbox.fail(sending, {
      error: failure,
      pauseMs: shuttingDown ? 0 : backoff(settings, started.starts),
      counts: !shuttingDown,
    });
    return 'failed';
  }

  private async bury(sending: Sending, { name }: Started, error: string): Promise<RunOutcome> {
    if (!(await this.outbox.bury(sending, error))) return 'fenced';
    this.log.error(`job ${name} ${sending.id} is dead and waits for an administrator: ${error}`);
    return 'dead';
  }
}

/** A handler that ignores its signal is left behind; what it still tries to commit meets the fence. */
async function untilAborted(work: Promise<void>, signal: AbortSignal): Promise<void> {
  let onAbort = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason as Error);
    signal.addEventListener('abort', onAbort);
    if (signal.aborted) onAbort();
  });
  try {
    await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
