import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { INTRODUCED_STATES } from './match.lifecycle.js';

/** From the country of providers to that of seekers. */
export interface CountryFlow {
  from: string;
  to: string;
  /** Needs and open offers that fit each other. */
  pairs: number;
  /** Pairs of organizations that have been introduced to each other. */
  introductions: number;
}

/** Matches as counts between countries. Nothing here is for the public before small counts are taken out. */
@Injectable()
export class MatchFlowsQueries {
  constructor(private readonly uow: UnitOfWork) {}

  byCountry(): Promise<CountryFlow[]> {
    return this.uow.query<CountryFlow>(
      `SELECT m.offer_country AS "from", m.need_country AS "to",
              count(cn.id) FILTER (WHERE co.id IS NOT NULL AND m.state NOT IN ('held', 'superseded', 'declined', 'rejected'))::int AS pairs,
              count(DISTINCT (m.need_organization_id, m.offer_organization_id)) FILTER (WHERE m.state = ANY($1))::int AS introductions
       FROM match m JOIN listing n ON n.id = m.need_id
       LEFT JOIN catalogue_listing cn ON cn.id = m.need_id LEFT JOIN catalogue_listing co ON co.id = m.offer_id
       WHERE NOT n.is_example OR (SELECT value FROM gate_setting WHERE key = 'examples') = 'on'
       GROUP BY 1, 2`,
      [INTRODUCED_STATES],
    );
  }
}
