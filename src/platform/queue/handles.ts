import type { JobDefinition } from './job.js';

/** One start of a job. */
export interface JobRun {
  /** Stays the same through retries and requeues: the root of a Message-ID or any other key that must not change. */
  readonly outboxId: string;
  /** Fires when the run is no longer ours (lock lost, too long, shutting down): long computations stop at the next slice. */
  readonly signal: AbortSignal;
  /**
   * Opens the one short transaction of this run: marks the row done, runs `work` in it, commits.
   * Answers undefined, without running `work`, when the job was finished or sent again meanwhile.
   */
  complete<T>(work: () => Promise<T>): Promise<T | undefined>;
}

export type JobHandler<Payload> = (payload: Payload, run: JobRun) => Promise<void>;

const HANDLES = Symbol('gate:handles');

/**
 * Marks the one method that works off a kind of job; any provider may carry it. It loads, computes and calls out with no transaction open,
 * then commits through `run.complete`. Returning without it marks the row done. Every job may run twice.
 */
export const Handles =
  <Payload>(job: JobDefinition<Payload>) =>
  <Method extends JobHandler<Payload>>(_target: object, _name: string, descriptor: TypedPropertyDescriptor<Method>): void => {
    if (descriptor.value) Reflect.defineMetadata(HANDLES, job, descriptor.value);
  };

/** The job that a method handles, if it does. */
export const handledJob = (method: object): JobDefinition | undefined => Reflect.getMetadata(HANDLES, method) as JobDefinition | undefined;
