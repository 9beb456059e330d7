import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/index.js';
import { OrganizationsModule } from '../organizations/index.js';
import { RulesModule } from '../rules/index.js';
import { TaxonomyModule } from '../taxonomy/index.js';
import { AnnouncementsJobs } from './announcements.jobs.js';
import { CentreNotices } from './centre.notices.js';
import { DigestsService } from './digests.service.js';
import { NoticeTextsController } from './notice-texts.controller.js';
import { NoticeTextsReader } from './notice-texts.reader.js';
import { NotificationComposer } from './notification.composer.js';
import { NotificationMailJobs } from './notification-mail.jobs.js';
import { NotificationsController } from './notifications.controller.js';
import { NotificationsQueries } from './notifications.queries.js';
import { NotificationsService } from './notifications.service.js';
import { NotificationsSubscriptions } from './notifications.subscriptions.js';
import { PreferencesService } from './preferences.service.js';
import { UnsubscribeService } from './unsubscribe.service.js';

@Module({
  imports: [IdentityModule, OrganizationsModule, RulesModule, TaxonomyModule],
  controllers: [NoticeTextsController, NotificationsController],
  providers: [
    AnnouncementsJobs,
    CentreNotices,
    DigestsService,
    NoticeTextsReader,
    NotificationComposer,
    NotificationMailJobs,
    NotificationsQueries,
    NotificationsService,
    NotificationsSubscriptions,
    PreferencesService,
    UnsubscribeService,
  ],
  exports: [NotificationsQueries, PreferencesService, UnsubscribeService],
})
export class NotificationsModule {}
