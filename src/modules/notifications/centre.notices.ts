import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { PeopleQueries } from '../identity/index.js';
import type { Notice } from './notice.js';
import type { Announcement } from './notifications.jobs.js';

/** What is told about country centres: to administrators, who renew letters, and to the officers who act by them. */
@Injectable()
export class CentreNotices {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly people: PeopleQueries,
  ) {}

  async compose({ subject, days = 0 }: Announcement): Promise<Notice[]> {
    const [centre] = await this.uow.query<{ country: string; officers: string[] }>(
      `SELECT min(cc.country) AS country, array_agg(DISTINCT o.person_id) FILTER (WHERE o.person_id IS NOT NULL) AS officers
       FROM centre c JOIN centre_country cc ON cc.centre_id = c.id AND cc.active
       LEFT JOIN country_officer o ON o.country = cc.country AND o.active
       WHERE c.id = $1 AND c.ended_at IS NULL GROUP BY c.id`,
      [subject.id],
    );
    if (!centre) return [];
    const personIds = [...new Set([...(await this.people.administrators()), ...(centre.officers ?? [])])];
    return [{ personIds, organizationId: null, params: { country: centre.country, days }, link: `/admin/centres/${subject.id}` }];
  }
}
