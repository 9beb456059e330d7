import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { underReviewSql } from '../listings/index.js';
import { DECIDABLE } from '../matching/index.js';
import { Rules } from '../rules/index.js';
import { renewalDays, waitingForDueDiligence } from '../verification/index.js';

/** What waits in one queue: how much, how much of it too long, since when the oldest. */
export interface Waiting {
  queue: WaitingQueue;
  count: number;
  late: number;
  since: Date | null;
}

export const WAITING_QUEUES = ['listings', 'organizations', 'due-diligence', 'matches', 'hits', 'dead-jobs', 'vacant-countries'] as const;
export type WaitingQueue = (typeof WAITING_QUEUES)[number];

/** What waits for administrators, over all modules. */
@Injectable()
export class WaitingQueries {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rules: Rules,
  ) {}

  /** One row for each queue, in the order of WAITING_QUEUES. */
  async all(): Promise<Waiting[]> {
    return this.uow.query<Waiting>(
      `SELECT q.queue, w.count::int, w.late::int, w.since FROM unnest($1::text[]) WITH ORDINALITY AS q (queue, position) JOIN (
         SELECT 'listings' AS queue, count(*) AS count, count(*) FILTER (WHERE review_due < gate_now()) AS late, min(review_since) AS since
         FROM listing l WHERE ${underReviewSql('l')}
         UNION ALL
         SELECT 'organizations', count(DISTINCT o.id), count(DISTINCT o.id) FILTER (WHERE d.late_told), min(d.uploaded_at) FROM organization o
         JOIN organization_document d ON d.organization_id = o.id AND d.outcome IS NULL WHERE o.standing = 'good'
         UNION ALL
         SELECT 'due-diligence', count(*), count(*) FILTER (WHERE r.late), min(r.since) FROM (${waitingForDueDiligence('$2')}) r
         UNION ALL
         SELECT 'matches', count(*), count(*) FILTER (WHERE m.nudged > 0), min(greatest(m.under_review_at, m.waits_since)) FROM match m WHERE ${DECIDABLE}
         UNION ALL
         SELECT 'hits', count(*), 0, min(found_at) FROM screening_hit WHERE status = 'open'
         UNION ALL
         SELECT 'dead-jobs', count(*), 0, min(created_at) FROM outbox WHERE state = 'dead'
         UNION ALL
         SELECT 'vacant-countries', count(*), 0, NULL FROM centre_country c
         WHERE c.active AND NOT EXISTS (SELECT FROM serving_officer s WHERE s.country = c.country)
       ) w USING (queue) ORDER BY q.position`,
      [WAITING_QUEUES, await this.rules.get(renewalDays)],
    );
  }
}
