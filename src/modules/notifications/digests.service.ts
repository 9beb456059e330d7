import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Jobs } from '../../platform/queue/jobs.js';
import { Schedule } from '../../platform/queue/schedule.js';
import { digestJob } from './notifications.jobs.js';

/** Name of the recurring task. */
export const DIGESTS = 'notifications.digests';
/** Hour (UTC) before which no digest is made up. */
export const DIGEST_HOUR = 6;

const EVERY_MS = 10 * 60_000;

/** Makes up the daily digests: at most one a person and day, never an empty one, of what is unread by then. */
@Injectable()
export class DigestsService implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly schedule: Schedule,
  ) {}

  onModuleInit(): void {
    this.schedule.every(DIGESTS, EVERY_MS, () => this.makeUp());
  }

  /** What a digest holds is fixed here, so that every attempt to send it sends the same. */
  async makeUp(): Promise<void> {
    await this.uow.run(async () => {
      const made = await this.uow.query<{ id: string; personId: string }>(
        `INSERT INTO notification_digest (person_id, day)
         SELECT DISTINCT n.person_id, (gate_now() AT TIME ZONE 'UTC')::date FROM notification n
         WHERE n.mail = 'digest' AND n.digest_id IS NULL AND n.read_at IS NULL AND extract(hour FROM gate_now() AT TIME ZONE 'UTC') >= $1
         ON CONFLICT (person_id, day) DO NOTHING RETURNING id, person_id AS "personId"`,
        [DIGEST_HOUR],
      );
      for (const { id, personId } of made) {
        await this.uow.query(
          `UPDATE notification SET digest_id = $1 WHERE person_id = $2 AND mail = 'digest' AND digest_id IS NULL AND read_at IS NULL`,
          [id, personId],
        );
        await this.jobs.add(digestJob, { digestId: id });
      }
    });
  }
}
