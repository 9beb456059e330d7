import type { QueueName } from './job.js';

/** Everything a queue has to decide; a new queue without one of these does not compile. */
export interface QueueSettings {
  /** Jobs at once in one process. */
  concurrency: number;
  /** A worker that has not renewed its lock for this long has lost the job. */
  lockMs: number;
  /** How often lost jobs are looked for; lockMs + this is the recovery from a killed worker. */
  stalledCheckMs: number;
  /** Starts a row gets before it is dead, whether they failed, stalled or took the process with them. */
  maxStarts: number;
  /** Pause before the second, third... start; the last one repeats. A quarter of it is random. */
  backoffMs: readonly number[];
  /** A run that takes longer is aborted and counts as failed. */
  runLimitMs: number;
}

const common = { lockMs: 5_000, stalledCheckMs: 2_000, maxStarts: 3 } as const;

export const QUEUE_SETTINGS: Record<QueueName, QueueSettings> = {
  // A person waits for the effect.
  interactive: { ...common, concurrency: 4, backoffMs: [500, 3_000], runLimitMs: 60_000 },
  // Bound by one CPU: more at once would only take turns.
  matching: { ...common, concurrency: 2, backoffMs: [500, 3_000], runLimitMs: 300_000 },
  // Bound by other people's servers, which come back after minutes.
  mail: { ...common, concurrency: 4, backoffMs: [30_000, 300_000], runLimitMs: 60_000 },
  maintenance: { ...common, concurrency: 1, backoffMs: [5_000, 60_000], runLimitMs: 1_800_000 },
};

/** Rows the relay claims and hands over at a time. */
export const RELAY_BATCH = 500;
/** Longest wait for the queue to take a batch; the rows are let go afterwards. */
export const ENQUEUE_TIMEOUT_MS = 2_000;
export const RECONCILE_EVERY_MS = 2_000;
/** A row handed over longer ago than this must have a job; it exceeds ENQUEUE_TIMEOUT_MS, so a slow hand-over is not taken for a lost one. */
export const LOST_AFTER_MS = 4_000;
/** Waiting rows compared with the queue in one pass. */
export const PROBE_BATCH = 2_000;
/** How long a shutdown waits for running jobs before it aborts them. */
export const DRAIN_MS = 8_000;

/** Pause before the next start, after `starts` of them. */
export function backoff(settings: Pick<QueueSettings, 'backoffMs'>, starts: number): number {
  const base = settings.backoffMs[Math.min(starts, settings.backoffMs.length) - 1] ?? 0;
  return Math.round(base * (0.75 + Math.random() / 4));
}
