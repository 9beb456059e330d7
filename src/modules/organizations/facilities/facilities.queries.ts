import { Injectable } from '@nestjs/common';
import { notFound } from '../../../kernel/errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { isOpenOn } from './facility.policy.js';
import type { FacilityView } from './facilities.schemas.js';

type Row = Omit<FacilityView, 'open'> & { today: string };

/** Facilities as everybody may see them; there are few, so a list is whole. */
@Injectable()
export class FacilitiesQueries {
  constructor(private readonly uow: UnitOfWork) {}

  /** The exchange itself first, then by code. */
  async list(): Promise<{ items: FacilityView[] }> {
    return { items: (await this.read('true', [])).map(present) };
  }

  /** @throws DomainError `facility.not-found`. */
  async one(code: string): Promise<FacilityView> {
    const [row] = await this.read('f.code = $1', [code]);
    if (!row) throw notFound('facility');
    return present(row);
  }

  /** Ids of the centres that look after it. */
  async centresOf(code: string): Promise<string[]> {
    const [row] = await this.uow.query<{ centres: string[] }>('SELECT centres FROM facility WHERE code = $1', [code]);
    return row?.centres ?? [];
  }

  private read(condition: string, values: unknown[]): Promise<Row[]> {
    return this.uow.query<Row>(
      `SELECT f.code, f.names, f.places, f.sectors, f.active, f.opens::text, f.closes::text, f.version, (gate_now() AT TIME ZONE 'UTC')::date::text AS today,
         coalesce((SELECT jsonb_agg(jsonb_build_object('name', c.name, 'countries',
             ARRAY(SELECT cc.country FROM centre_country cc WHERE cc.centre_id = c.id AND cc.active ORDER BY 1)) ORDER BY c.name, c.id)
           FROM centre c WHERE c.id = ANY(f.centres) AND c.ended_at IS NULL), '[]') AS centres
       FROM facility f WHERE ${condition} ORDER BY f.code <> 'global', f.code`,
      values,
    );
  }
}

const present = ({ today, ...row }: Row): FacilityView => ({ ...row, open: isOpenOn(row, today) });
