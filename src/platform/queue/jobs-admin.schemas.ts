import { z } from 'zod';
import { pageQuery } from '../http/page.schemas.js';
import { QUEUES } from './job.js';
import { OUTBOX_STATES } from './outbox.entity.js';

export const jobsQuery = pageQuery.extend({
  state: z.enum(OUTBOX_STATES, { error: `Give one of ${OUTBOX_STATES.join(', ')}.` }).default('dead'),
  queue: z.enum(QUEUES, { error: `Give one of ${QUEUES.join(', ')}.` }).optional(),
});
export type JobsQuery = z.output<typeof jobsQuery>;

export const jobView = z.strictObject({
  id: z.uuid(),
  queue: z.enum(QUEUES),
  name: z.string(),
  state: z.enum(OUTBOX_STATES),
  payload: z.record(z.string(), z.unknown()).describe('Ids, revisions and codes'),
  starts: z.int(),
  lastError: z.string().nullable().describe('Class, code and place of the last failure'),
  createdAt: z.iso.datetime(),
  availableAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  doneAt: z.iso.datetime().nullable(),
});
export type JobView = z.output<typeof jobView>;
