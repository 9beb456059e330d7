import type { QueueOptions, WorkerOptions } from 'bullmq';
import type { QueueName } from './job.js';

export const QUEUE_BACKEND = Symbol('QUEUE_BACKEND');

/** Where BullMQ keeps its jobs, and what the reconciler has to ask there. */
export interface QueueBackend {
  readonly kind: 'postgres' | 'redis';
  readonly queueOptions: Pick<QueueOptions, 'connection' | 'prefix'>;
  readonly workerOptions: Pick<WorkerOptions, 'connection' | 'prefix'>;
  /** Which of these jobs are still there and unfinished. @throws when the store does not answer. */
  live(queue: QueueName, jobIds: readonly string[]): Promise<Set<string>>;
  /** False when the store has lost its data since `remember` (or never saw it). @throws when the store does not answer. */
  remembers(): Promise<boolean>;
  remember(): Promise<void>;
  /** Settings of the store under which it may lose jobs, in words for an operator. */
  warnings(): Promise<string[]>;
  close(): Promise<void>;
}
