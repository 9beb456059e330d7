import type { NotificationParams } from './notification.entity.js';

/** The same words for some people. */
export interface Notice {
  personIds: string[];
  /** As whose members they are told; null as staff. */
  organizationId: string | null;
  params: NotificationParams;
  link: string;
}
