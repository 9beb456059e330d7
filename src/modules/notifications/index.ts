import { NotificationDigestEntity } from './notification-digest.entity.js';
import { NotificationPreferenceEntity } from './notification-preference.entity.js';
import { NotificationEntity } from './notification.entity.js';

export { DIGESTS } from './digests.service.js';
export { previewNotice, sampleOf } from './notice-preview.js';
export { NOTICE_TEXTS } from './notice-texts.rules.js';
export type { NoticeTexts, NoticeWords } from './notification-words.js';
export { NOTIFICATION_KINDS, type NotificationKind } from './notification-kinds.js';
export { NotificationsModule } from './notifications.module.js';
export { DELIVERIES, type Delivery } from './notification-kinds.js';
export { notificationsQuery, preferencesPatch, type NotificationView } from './notifications.schemas.js';
export { PreferencesService } from './preferences.service.js';
export { UnsubscribeService } from './unsubscribe.service.js';
export { NotificationsQueries } from './notifications.queries.js';
export const notificationsEntities = [NotificationEntity, NotificationDigestEntity, NotificationPreferenceEntity];
