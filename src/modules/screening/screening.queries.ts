import { Injectable } from '@nestjs/common';
import { notFound } from '../../kernel/errors.js';
import { decodeCursor, pageOf, type Page } from '../../kernel/pagination.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { HitsQuery, HitView, ListView } from './screening.schemas.js';

const LISTS = `SELECT l.id, l.name, l.as_of::text AS "asOf", l.imported_at AS "importedAt",
  (SELECT count(*)::int FROM screening_entry e WHERE e.list_id = l.id) AS entries FROM screening_list l`;

const HITS = `SELECT h.id, h.list_name AS list, h.listed_name AS "listedName", h.listed_country AS "listedCountry", h.likeness, h.status, h.reason, h.note,
  h.found_at AS "foundAt", h.decided_at AS "decidedAt", h.decided_by AS "decidedBy",
  json_build_object('id', o.id, 'reference', o.reference, 'legalName', o.legal_name, 'country', o.country) AS organization`;
const HIT_SOURCE = 'FROM screening_hit h JOIN organization o ON o.id = h.organization_id';

/** Lists and hits, for administrators and auditors alone. */
@Injectable()
export class ScreeningQueries {
  constructor(private readonly uow: UnitOfWork) {}

  lists(): Promise<ListView[]> {
    return this.uow.query<ListView>(`${LISTS} ORDER BY l.name`);
  }

  async list(id: string): Promise<ListView> {
    const [row] = await this.uow.query<ListView>(`${LISTS} WHERE l.id = $1`, [id]);
    if (!row) throw notFound('screening-list');
    return row;
  }

  /** The oldest first: they have waited longest. */
  async hits({ status, organizationId, limit, after }: HitsQuery): Promise<Page<HitView>> {
    const [at, id] = after === undefined ? [null, null] : decodeCursor(after, ['time', 'id']);
    const rows = await this.uow.query<HitView & { cursor: string }>(
      `${HITS}, h.found_at::text AS cursor ${HIT_SOURCE} WHERE h.status = $1 AND ($2::uuid IS NULL OR h.organization_id = $2) AND ($3::timestamptz IS NULL OR (h.found_at, h.id) > ($3, $4::uuid))
       ORDER BY h.found_at, h.id LIMIT $5`,
      [status, organizationId ?? null, at, id, limit + 1],
    );
    return pageOf(rows, limit, (row) => [row.cursor, row.id]);
  }

  async hit(id: string): Promise<HitView> {
    const [row] = await this.uow.query<HitView>(`${HITS} ${HIT_SOURCE} WHERE h.id = $1`, [id]);
    if (!row) throw notFound('screening-hit');
    return row;
  }
}
