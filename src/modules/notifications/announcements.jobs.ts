import { Injectable } from '@nestjs/common';
import { Handles, type JobRun } from '../../platform/queue/handles.js';
import { NotificationComposer } from './notification.composer.js';
import { announceJob, type Announcement } from './notifications.jobs.js';
import { NotificationsService } from './notifications.service.js';

/** From something that happened to the inboxes of those it concerns. */
@Injectable()
export class AnnouncementsJobs {
  constructor(
    private readonly composer: NotificationComposer,
    private readonly notifications: NotificationsService,
  ) {}

  @Handles(announceJob)
  async announce(announcement: Announcement, run: JobRun): Promise<void> {
    const notices = await this.composer.compose(announcement);
    const { kind, subject } = announcement;
    const dedupKey = `${kind}:${subject.id}:${announcement.run ?? run.outboxId}`;
    await run.complete(async () => {
      for (const notice of notices) await this.notifications.notify({ ...notice, kind, subject, dedupKey, job: run.outboxId });
    });
  }
}
