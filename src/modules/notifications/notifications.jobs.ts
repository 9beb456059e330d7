import { z } from 'zod';
import { defineJob } from '../../platform/queue/job.js';
import { MATCH_SIDES } from '../matching/index.js';
import { KINDS } from './notification-kinds.js';
import { SUBJECT_TYPES } from './notification.entity.js';

/** Something to tell, by ids and codes: whom, and in which words, is found out when the job runs. */
export const announcement = z.strictObject({
  kind: z.enum(KINDS),
  subject: z.strictObject({ type: z.enum(SUBJECT_TYPES), id: z.uuid() }),
  /** The side of a match or set that is told; both without it. */
  side: z.enum(MATCH_SIDES).optional(),
  /** Announcements of one run on one subject are told together. */
  run: z.uuid().optional(),
  count: z.int().positive().optional(),
  days: z.int().optional(),
  reason: z.string().max(60).optional(),
  language: z.string().max(10).optional(),
});
export type Announcement = z.infer<typeof announcement>;

export const announceJob = defineJob({ name: 'notifications.announce', queue: 'interactive', payload: announcement });

export const mailJob = defineJob({ name: 'notifications.mail', queue: 'mail', payload: z.strictObject({ notificationId: z.uuid() }) });

export const digestJob = defineJob({ name: 'notifications.digest', queue: 'mail', payload: z.strictObject({ digestId: z.uuid() }) });
