import { Injectable } from '@nestjs/common';
import { notFound } from '../../kernel/errors.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Edits, GroupVersion, ItemVersion } from './dated-edits.js';
import type { CodeItem, Dated } from './taxonomy-data.js';
import type { CodeVersionView, GroupVersionView } from './versions.schemas.js';

interface NewItemVersion {
  item: CodeItem;
  effective: string;
  before: CodeItem | null;
  by: string | null;
}

interface NewGroupVersion {
  group: string;
  country: string;
  periods: readonly Dated[];
  source: string;
  before: readonly Dated[];
  by: string | null;
}

const TODAY = `(gate_now() AT TIME ZONE 'UTC')::date`;
const ITEM = `json_build_object('scheme', v.scheme, 'code', v.code, 'parent', v.parent, 'from', v.valid_from, 'to', v.valid_to, 'status', v.status,
  'names', v.names, 'extra', v.extra, 'source', v.source)`;

/** What administrators changed of the code lists; every statement on the two tables of versions. */
@Injectable()
export class EditsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** All that nobody took back, those of days to come included. */
  async all(): Promise<Edits> {
    const items = await this.uow.query<ItemVersion>(
      `SELECT v.id, v.effective::text, ${ITEM} AS item FROM code_list_version v WHERE v.withdrawn_at IS NULL ORDER BY v.set_at, v.id`,
    );
    const groups = await this.uow.query<GroupVersion>(
      `SELECT id, group_code AS "group", country, periods, source FROM country_group_version WHERE withdrawn_at IS NULL ORDER BY set_at, id`,
    );
    return { items, groups };
  }

  /** Of one item, the newest first; of several that begin on a day the last one set holds. */
  itemVersions(scheme: string, code: string): Promise<CodeVersionView[]> {
    return this.uow.query<CodeVersionView>(
      `SELECT v.id, v.effective::text, v.before, v.set_by AS "setBy", v.set_at AS "setAt", ${ITEM} AS item,
         CASE WHEN v.withdrawn_at IS NOT NULL THEN 'withdrawn' WHEN v.effective > ${TODAY} THEN 'future'
              WHEN v.id = (SELECT n.id FROM code_list_version n WHERE n.scheme = v.scheme AND n.code = v.code AND n.withdrawn_at IS NULL
                AND n.effective <= ${TODAY} ORDER BY n.effective DESC, n.set_at DESC LIMIT 1) THEN 'in-force' ELSE 'past' END AS status
       FROM code_list_version v WHERE v.scheme = $1 AND v.code = $2 ORDER BY v.effective DESC, v.set_at DESC`,
      [scheme, code],
    );
  }

  groupVersions(group: string, country: string): Promise<GroupVersionView[]> {
    return this.uow.query<GroupVersionView>(
      `SELECT v.id, v.periods, v.before, v.source, v.set_by AS "setBy", v.set_at AS "setAt",
         CASE WHEN v.withdrawn_at IS NOT NULL THEN 'withdrawn' WHEN EXISTS (SELECT FROM country_group_version n WHERE n.group_code = v.group_code
           AND n.country = v.country AND n.withdrawn_at IS NULL AND n.set_at > v.set_at) THEN 'past' ELSE 'in-force' END AS status
       FROM country_group_version v WHERE v.group_code = $1 AND v.country = $2 ORDER BY v.set_at DESC`,
      [group, country],
    );
  }

  async addItem({ item, effective, before, by }: NewItemVersion): Promise<string> {
    const [row] = await this.uow.query<{ id: string }>(
      `INSERT INTO code_list_version (scheme, code, effective, parent, valid_from, valid_to, status, names, extra, source, before, set_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id`,
      [item.scheme, item.code, effective, item.parent, item.from, item.to, item.status, item.names, item.extra, item.source, before, by],
    );
    return row!.id;
  }

  async addGroup({ group, country, periods, source, before, by }: NewGroupVersion): Promise<string> {
    const [row] = await this.uow.query<{ id: string }>(
      `INSERT INTO country_group_version (group_code, country, periods, source, before, set_by) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
      [group, country, JSON.stringify(periods), source, JSON.stringify(before), by],
    );
    return row!.id;
  }

  async withdraw(table: 'code_list_version' | 'country_group_version', id: string): Promise<void> {
    const rows = await this.uow.query(`UPDATE ${table} SET withdrawn_at = now() WHERE id = $1 AND withdrawn_at IS NULL RETURNING id`, [id]);
    if (rows.length === 0) throw notFound('version');
  }

  /** Edits of the lists wait for each other, so that `before` and the checks are of what there is. */
  async lock(): Promise<void> {
    await this.uow.query('SELECT FROM taxonomy_state FOR UPDATE');
  }

  /** The last day for which changes of membership were told, moved on to today; null when that is today already. Locks. */
  async moveOn(): Promise<{ from: string; to: string } | null> {
    const [row] = await this.uow.query<{ from: string; to: string }>(
      `SELECT groups_day::text AS "from", ${TODAY}::text AS "to" FROM taxonomy_state WHERE groups_day < ${TODAY} FOR UPDATE`,
    );
    if (!row) return null;
    await this.uow.query('UPDATE taxonomy_state SET groups_day = $1', [row.to]);
    return row;
  }
}
