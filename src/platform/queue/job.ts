import type { z } from 'zod';

export const QUEUES = ['interactive', 'matching', 'mail', 'maintenance'] as const;
export type QueueName = (typeof QUEUES)[number];

/** A kind of background work: its queue and the ids it carries. Made once by defineJob, beside the module that handles it. */
export interface JobDefinition<Payload = unknown> {
  readonly name: string;
  readonly queue: QueueName;
  readonly payload: z.ZodType<Payload>;
}

const catalogue = new Map<string, JobDefinition>();

/**
 * Enters a job into the closed catalogue. Only a defined job can be added, and boot fails when one has no handler or two.
 * Payloads carry ids, revisions and codes only: they stand in clear text in the queue.
 */
export function defineJob<Payload>(job: JobDefinition<Payload>): JobDefinition<Payload> {
  if (catalogue.has(job.name)) throw new Error(`job ${job.name} is defined twice`);
  catalogue.set(job.name, job);
  return job;
}

export const jobCatalogue = (): readonly JobDefinition[] => [...catalogue.values()];
export const findJob = (name: string): JobDefinition | undefined => catalogue.get(name);
