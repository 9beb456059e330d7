import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

export interface ServingOfficer {
  personId: string;
  /** Those she reviews in. */
  languages: string[];
}

/** Who serves a country. */
export interface ServingCentre {
  /** Null where officers have been appointed and the centre itself has not been entered yet. */
  id: string | null;
  /** The longest-serving first; at least one. */
  officers: ServingOfficer[];
}

/** Which centre serves a country, for whoever has to route something to it. */
@Injectable()
export class Centres {
  constructor(private readonly uow: UnitOfWork) {}

  /** The centre in force; null where the global desk serves: none, none with an officer who can sign in, or its letter has run out. */
  async of(country: string): Promise<ServingCentre | null> {
    const officers = await this.uow.query<ServingOfficer & { centreId: string | null }>(
      `SELECT o.person_id AS "personId", cc.centre_id AS "centreId",
         CASE WHEN o.languages = '{}' THEN ARRAY[p.language] ELSE o.languages END AS languages
       FROM serving_officer o JOIN person p ON p.id = o.person_id
       LEFT JOIN centre_country cc ON cc.country = o.country AND cc.active
       WHERE o.country = $1 ORDER BY o.appointed_at, o.person_id`,
      [country],
    );
    const [first] = officers;
    if (!first) return null;
    return { id: first.centreId, officers: officers.map(({ personId, languages }) => ({ personId, languages })) };
  }
}
