import { type BeforeApplicationShutdown, Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { type Job, Worker } from 'bullmq';
import { logContext } from '../observability/log-context.js';
import { HandlerRegistry } from './handler.registry.js';
import { LockLostError, ShuttingDownError } from './job-errors.js';
import { JobRunner, type RunOutcome } from './job.runner.js';
import { type QueueName, QUEUES } from './job.js';
import type { JobTicket } from './outbox.relay.js';
import { QUEUE_BACKEND, type QueueBackend } from './queue.backend.js';
import { QueueMonitor } from './queue.monitor.js';
import { QUEUE_OPTIONS, type QueueModuleOptions } from './queue.options.js';
import { DRAIN_MS, QUEUE_SETTINGS } from './queue.settings.js';

/**
 * One BullMQ worker a queue, made here and not by @Processor: that decorator's wrapper hides the abort signal, and one processor serves all jobs of a queue.
 * They end in beforeApplicationShutdown, while the database is still there.
 */
@Injectable()
export class WorkerHost implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(WorkerHost.name);
  private workers: Worker<JobTicket>[] = [];
  private readonly running = new Set<AbortController>();

  constructor(
    @Inject(QUEUE_BACKEND) private readonly backend: QueueBackend,
    @Inject(QUEUE_OPTIONS) private readonly options: QueueModuleOptions,
    private readonly registry: HandlerRegistry,
    private readonly runner: JobRunner,
    private readonly monitor: QueueMonitor,
  ) {}

  onApplicationBootstrap(): void {
    this.registry.load({ complete: this.options.checkHandlers });
    if (this.options.works) this.workers = QUEUES.map((queue) => this.start(queue));
  }

  async beforeApplicationShutdown(): Promise<void> {
    const timer = setTimeout(() => this.abortAll(), DRAIN_MS);
    await Promise.all(this.workers.map((worker) => worker.close()));
    clearTimeout(timer);
  }

  private start(queue: QueueName): Worker<JobTicket> {
    const settings = QUEUE_SETTINGS[queue];
    const worker = new Worker<JobTicket>(
      queue,
      // BullMQ gives the signal to functions of three parameters only.
      (job: Job<JobTicket>, _token?: string, signal?: AbortSignal) => this.work(queue, job, signal),
      {
        ...this.backend.workerOptions,
        concurrency: settings.concurrency,
        lockDuration: settings.lockMs,
        stalledInterval: settings.stalledCheckMs,
        // The outbox counts starts; BullMQ's own counter must not end a job before.
        maxStalledCount: settings.maxStarts + 1,
        runRetryDelay: 1_000,
        removeOnComplete: { count: 0 },
        removeOnFail: { count: 0 },
      },
    );
    worker.on('error', (error) => this.log.warn(`worker ${queue}: ${error.message}`));
    worker.on('lockRenewalFailed', (ids: string[]) => ids.forEach((id) => worker.cancelJob(id)));
    return worker;
  }

  private async work(queue: QueueName, job: Job<JobTicket>, signal?: AbortSignal): Promise<void> {
    const control = new AbortController();
    const onLockLost = (): void => control.abort(new LockLostError());
    signal?.addEventListener('abort', onLockLost);
    this.running.add(control);
    const start = performance.now();
    let outcome: RunOutcome | 'unrecorded' = 'unrecorded';
    const { outboxId: id, generation } = job.data;
    try {
      outcome = await logContext.run({ job: job.name, outboxId: id }, () => this.runner.run(queue, { id, generation }, control));
    } finally {
      this.monitor.ran(queue, job.name, outcome, (performance.now() - start) / 1_000);
      this.running.delete(control);
      signal?.removeEventListener('abort', onLockLost);
    }
  }

  private abortAll(): void {
    for (const control of this.running) control.abort(new ShuttingDownError());
  }
}
