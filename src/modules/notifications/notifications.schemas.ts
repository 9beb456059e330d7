import { z } from 'zod';
import { pageOfSchema, pageQuery, queryFlag } from '../../platform/http/index.js';
import { DELIVERIES, KINDS } from './notification-kinds.js';
import { SUBJECT_TYPES } from './notification.entity.js';

export const notificationsQuery = pageQuery.extend({ unread: queryFlag.optional().describe('true: only what has not been read.') });
export type NotificationsQuery = z.infer<typeof notificationsQuery>;

export const notificationView = z.object({
  id: z.uuid(),
  kind: z.enum(KINDS),
  subject: z.object({ type: z.enum(SUBJECT_TYPES), id: z.uuid() }),
  text: z.string().describe('In the language of the reader.'),
  link: z.string().describe('Path of the page.'),
  createdAt: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
});
export type NotificationView = z.infer<typeof notificationView>;
export const notificationPage = pageOfSchema(notificationView);

const delivery = z.enum(DELIVERIES, { error: `Give one of ${DELIVERIES.join(', ')}.` });

/** Changes: kinds that are not named stay as they are. */
export const preferencesPatch = z.partialRecord(z.enum(KINDS), delivery);
export type PreferencesPatch = z.infer<typeof preferencesPatch>;

export const preferencesView = z.object({
  items: z
    .array(z.object({ kind: z.enum(KINDS), delivery, default: delivery }))
    .describe('How each kind is mailed; the inbox has it in any case.'),
});
export type PreferencesView = z.infer<typeof preferencesView>;
