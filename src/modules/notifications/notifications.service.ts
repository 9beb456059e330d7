import { Injectable } from '@nestjs/common';
import { Jobs } from '../../platform/queue/jobs.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NOTIFICATION_KINDS, type NotificationKind } from './notification-kinds.js';
import type { Notice } from './notice.js';
import type { MailState, SubjectType } from './notification.entity.js';
import { mailJob } from './notifications.jobs.js';

export interface Told extends Notice {
  kind: NotificationKind;
  subject: { type: SubjectType; id: string };
  /** The same for everything that must be told once to one person. */
  dedupKey: string;
  /** The job that tells it: its count is added to a notification that is there already, once. */
  job: string;
}

/** Writes the inbox, inside the unit of the job that tells; nothing else in the house calls it. */
@Injectable()
export class NotificationsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly jobs: Jobs,
  ) {}

  /** One notification a person and key; mail follows by its own job where the person wants it at once. */
  async notify({ personIds, organizationId, kind, subject, params, link, dedupKey, job }: Told): Promise<void> {
    const rows = await this.uow.query<{ id: string; mail: MailState; fresh: boolean }>(
      `INSERT INTO notification AS n (person_id, organization_id, kind, subject_type, subject_id, params, link, dedup_key, counted, mail)
       SELECT p.id, $10::uuid, $2, $3, $4::uuid, $5::jsonb, $6, $7, ARRAY[$8::uuid],
         CASE coalesce(f.delivery, $9) WHEN 'immediate' THEN 'now' WHEN 'daily' THEN 'digest' ELSE 'none' END
       FROM person p LEFT JOIN notification_preference f ON f.person_id = p.id AND f.kind = $2
       WHERE p.id = ANY($1) AND p.disabled_at IS NULL ORDER BY p.id
       ON CONFLICT (person_id, dedup_key) DO UPDATE
       SET params = n.params || jsonb_build_object('count', (n.params->>'count')::integer + (excluded.params->>'count')::integer),
           counted = n.counted || excluded.counted
       WHERE n.params ? 'count' AND NOT n.counted @> excluded.counted
       RETURNING id, mail, cardinality(counted) = 1 AS fresh`,
      [personIds, kind, subject.type, subject.id, JSON.stringify(params), link, dedupKey, job, NOTIFICATION_KINDS[kind], organizationId],
    );
    for (const row of rows) if (row.fresh && row.mail === 'now') await this.jobs.add(mailJob, { notificationId: row.id });
  }
}
