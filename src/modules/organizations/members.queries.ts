import { Injectable } from '@nestjs/common';
import { notFound } from '../../kernel/errors.js';
import { type Page, decodeCursor, pageOf } from '../../kernel/pagination.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { MemberView, OfficerView, OfficersQuery } from './organizations.schemas.js';

type MemberRow = Omit<MemberView, 'since'> & { since: Date };
type OfficerRow = Omit<OfficerView, 'appointedAt'> & { appointedAt: Date };

/** Members and officers with names and addresses; whoever calls has asked the policy. */
@Injectable()
export class MembersQueries {
  constructor(private readonly uow: UnitOfWork) {}

  /** All of them (organizations are small), managers first. */
  async members(organizationId: string): Promise<{ items: MemberView[] }> {
    const rows = await this.uow.query<MemberRow>(
      `SELECT p.id AS "personId", p.name, p.email, m.role, p.disabled_at IS NOT NULL AS disabled, m.created_at AS since
       FROM membership m JOIN person p ON p.id = m.person_id WHERE m.organization_id = $1
       ORDER BY array_position('{manager,editor,viewer}'::text[], m.role), m.created_at, p.id`,
      [organizationId],
    );
    return { items: rows.map((row) => ({ ...row, since: row.since.toISOString() })) };
  }

  /** Active ones, by country. */
  async officers({ country, limit, after }: OfficersQuery): Promise<Page<OfficerView>> {
    const [last = null, person = null] = after === undefined ? [] : decodeCursor(after, ['text', 'id']);
    const rows = await this.uow.query<OfficerRow>(
      `SELECT ${OFFICER} FROM country_officer o JOIN person p ON p.id = o.person_id
       WHERE o.active AND ($1::text IS NULL OR o.country = $1) AND ($2::text IS NULL OR (o.country, o.person_id) > ($2, $3::uuid))
       ORDER BY o.country, o.person_id LIMIT $4`,
      [country ?? null, last, person, limit + 1],
    );
    const page = pageOf(rows, limit, (row) => [row.country, row.personId]);
    return { items: page.items.map(present), next: page.next };
  }

  async officer(personId: string, country: string): Promise<OfficerView> {
    const [row] = await this.uow.query<OfficerRow>(
      `SELECT ${OFFICER} FROM country_officer o JOIN person p ON p.id = o.person_id WHERE o.active AND o.person_id = $1 AND o.country = $2`,
      [personId, country],
    );
    if (!row) throw notFound('officer');
    return present(row);
  }
}

const OFFICER = `o.person_id || ':' || o.country AS id, o.person_id AS "personId", o.country, p.name, p.email, o.appointed_at AS "appointedAt"`;

const present = (row: OfficerRow): OfficerView => ({ ...row, appointedAt: row.appointedAt.toISOString() });
