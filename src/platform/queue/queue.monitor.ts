import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Counter, Histogram } from 'prom-client';
import { Metrics } from '../observability/metrics.js';
import { Readiness } from '../observability/readiness.js';
import type { QueueName } from './job.js';
import type { RunOutcome } from './job.runner.js';
import { JobsQueries, type QueueLoad } from './jobs.queries.js';
import { QUEUE_BACKEND, type QueueBackend } from './queue.backend.js';

/** Depth and age of the queues as the outbox knows them: they stay true while the queue itself is out of reach. */
@Injectable()
export class QueueMonitor implements OnModuleInit {
  private readonly runs: Counter;
  private readonly seconds: Histogram;
  private loading: Promise<QueueLoad[]> | undefined;

  constructor(
    private readonly metrics: Metrics,
    private readonly readiness: Readiness,
    private readonly queries: JobsQueries,
    @Inject(QUEUE_BACKEND) private readonly backend: QueueBackend,
  ) {
    this.runs = metrics.counter('gate_job_runs_total', 'Starts of jobs by how they ended', ['queue', 'job', 'outcome']);
    this.seconds = metrics.histogram('gate_job_seconds', 'Time of a run', ['queue', 'job'], [0.01, 0.05, 0.1, 0.25, 0.5, 1, 5, 30, 120]);
  }

  onModuleInit(): void {
    this.byQueue('gate_jobs_waiting', 'Jobs that are not done', (load) => load.waiting);
    this.byQueue('gate_jobs_dead', 'Jobs that wait for an administrator', (load) => load.dead);
    this.byQueue('gate_job_oldest_seconds', 'Age of the oldest job that is due', (load) => load.oldestSeconds);
    this.byQueue('gate_outbox_unsent', 'Due jobs not handed to the queue yet', (load) => load.unsent);
    this.byQueue('gate_outbox_unsent_seconds', 'Age of the oldest of them', (load) => load.unsentSeconds);
    // Without it requests are answered all the same and jobs wait in the outbox.
    this.readiness.register('queue', () => this.backend.remembers(), { vital: false });
  }

  ran(queue: QueueName, job: string, outcome: RunOutcome | 'unrecorded', seconds: number): void {
    this.runs.inc({ queue, job, outcome });
    this.seconds.observe({ queue, job }, seconds);
  }

  private byQueue(name: string, help: string, figure: (load: QueueLoad) => number): void {
    this.metrics.gauges(name, help, ['queue'], async () =>
      (await this.load()).map((load) => ({ labels: { queue: load.queue }, value: figure(load) })),
    );
  }

  /** All gauges of one scrape share one statement. */
  private load(): Promise<QueueLoad[]> {
    this.loading ??= this.queries.load().finally(() => (this.loading = undefined));
    return this.loading;
  }
}
