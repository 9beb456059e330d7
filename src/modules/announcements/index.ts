import { AnnouncementEntity } from './announcement.entity.js';

export { AUDIENCES } from './announcement.entity.js';
export { AnnouncementsModule } from './announcements.module.js';
export { newAnnouncement } from './announcements.schemas.js';
export { Announcements, type AnnouncementView } from './announcements.service.js';
export const announcementsEntities = [AnnouncementEntity];
