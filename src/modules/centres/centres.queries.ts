import { Inject, Injectable } from '@nestjs/common';
import { notFound } from '../../kernel/errors.js';
import { type Page, decodeCursor, pageOf } from '../../kernel/pagination.js';
import { CONFIG, type AppConfig } from '../../platform/config/config.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Rules } from '../rules/index.js';
import { standingOf, warningsOf } from './centre.policy.js';
import type { PublicContact } from './centre.entity.js';
import { globalDesk, letterWarningDays } from './centres.rules.js';
import type { CentresQuery, CentreView, DeskView, PublicCentre } from './centres.schemas.js';

type Row = Omit<CentreView, 'standing' | 'warnings' | 'createdAt' | 'endedAt'> & {
  createdAt: Date;
  endedAt: Date | null;
  today: string;
  soon: string;
  cursor: string;
};
type PublicRow = PublicCentre & { contact: PublicContact };

const OFFICERS = `coalesce((SELECT jsonb_agg(jsonb_build_object('personId', p.id, 'name', p.name, 'countries', o.countries, 'languages', o.languages)
    ORDER BY o.since, p.id)
  FROM (SELECT o.person_id, array_agg(o.country ORDER BY o.country) AS countries, min(o.appointed_at) AS since,
          jsonb_agg(o.languages ORDER BY o.country) -> 0 AS languages
        FROM country_officer o JOIN centre_country cc ON cc.country = o.country AND cc.centre_id = c.id AND cc.active
        WHERE o.active GROUP BY o.person_id) o
  JOIN person p ON p.id = o.person_id AND p.disabled_at IS NULL), '[]')`;

/** Centres with their officers for staff, and what the public may know of them. */
@Injectable()
export class CentresQueries {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rules: Rules,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  /** @throws DomainError `centre.not-found`. */
  async one(id: string): Promise<CentreView> {
    const [row] = await this.read('c.id = $2', [id], 1);
    if (!row) throw notFound('centre');
    return present(row);
  }

  /** The newest first; with `ended` those that have been ended. */
  async list({ ended = false, limit, after }: CentresQuery): Promise<Page<CentreView>> {
    const [at = null, id = null] = after === undefined ? [] : decodeCursor(after, ['time', 'id']);
    const rows = await this.read(
      `(c.ended_at IS NOT NULL) = $2 AND ($3::timestamptz IS NULL OR (c.created_at, c.id) < ($3, $4::uuid))`,
      [ended, at, id],
      limit + 1,
    );
    const page = pageOf(rows, limit, (row) => [row.cursor, row.id]);
    return { items: page.items.map(present), next: page.next };
  }

  /** Every centre in force. */
  inForce(): Promise<PublicRow[]> {
    return this.serving('true', []);
  }

  /** Who serves a country, for everybody. */
  async desk(country: string): Promise<DeskView> {
    const [found] = await this.serving(
      `EXISTS (SELECT FROM centre_country x WHERE x.centre_id = c.id AND x.active AND x.country = $1)
         AND EXISTS (SELECT FROM serving_officer o WHERE o.country = $1)`,
      [country],
    );
    if (!found) return { country, desk: 'global', centre: null, contact: await this.globalContact() };
    const { contact, ...centre } = found;
    return { country, desk: 'centre', centre, contact };
  }

  /** Of the desk that serves every country without a centre. */
  globalContact(): Promise<PublicContact> {
    return this.rules.get(globalDesk);
  }

  private serving(condition: string, values: unknown[]): Promise<PublicRow[]> {
    return this.uow.query<PublicRow>(
      `SELECT c.name, c.host, c.contact, array_agg(DISTINCT cc.country ORDER BY cc.country) AS countries,
         array_agg(DISTINCT spoken.language ORDER BY spoken.language) AS languages
       FROM centre c JOIN centre_country cc ON cc.centre_id = c.id AND cc.active
       JOIN serving_officer o ON o.country = cc.country
       JOIN person p ON p.id = o.person_id
       CROSS JOIN LATERAL unnest(CASE WHEN o.languages = '{}' THEN ARRAY[p.language] ELSE o.languages END) AS spoken (language)
       WHERE ${condition}${this.config.examples ? '' : ' AND NOT c.is_example'} GROUP BY c.id ORDER BY c.name, c.id`,
      values,
    );
  }

  private async read(condition: string, values: unknown[], rows: number): Promise<Row[]> {
    const days = await this.rules.get(letterWarningDays);
    return this.uow.query<Row>(
      `SELECT c.id, c.name, c.host, c.contact, c.created_at AS "createdAt", c.created_at::text AS cursor, c.ended_at AS "endedAt", c.version,
         jsonb_build_object('reference', c.letter_reference, 'date', c.letter_date, 'expires', c.letter_expires) AS letter,
         ARRAY(SELECT cc.country FROM centre_country cc WHERE cc.centre_id = c.id AND (cc.active OR cc.ended_at = c.ended_at) ORDER BY 1) AS countries,
         ${OFFICERS} AS officers, (gate_now() AT TIME ZONE 'UTC')::date::text AS today,
         ((gate_now() AT TIME ZONE 'UTC')::date + $1::integer)::text AS soon
       FROM centre c WHERE ${condition} ORDER BY c.created_at DESC, c.id DESC LIMIT ${rows}`,
      [days, ...values],
    );
  }
}

function present({ today, soon, cursor: _, createdAt, endedAt, ...row }: Row): CentreView {
  const facts = { endedAt, letterExpires: row.letter.expires, officers: row.officers.length };
  return {
    ...row,
    createdAt: createdAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    standing: standingOf(facts, today),
    warnings: warningsOf(facts, today, soon),
  };
}
