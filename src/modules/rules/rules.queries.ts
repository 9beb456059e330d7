import { Injectable } from '@nestjs/common';
import { notFound } from '../../kernel/errors.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { VersionView } from './rules.schemas.js';
import { IN_FORCE } from './rules.service.js';

/** The versions of rules, for administrators. */
@Injectable()
export class RulesQueries {
  constructor(private readonly uow: UnitOfWork) {}

  /** Of one rule, the newest first. */
  versions(rule: string): Promise<VersionView[]> {
    return this.read('v.rule = $1', rule);
  }

  /** @throws DomainError `rule-version.not-found`. */
  async version(id: string): Promise<VersionView> {
    const [version] = await this.read('v.id = $1', id);
    if (!version) throw notFound('rule-version');
    return version;
  }

  /** Rules that somebody has changed at all. */
  async changed(): Promise<Set<string>> {
    const rows = await this.uow.query<{ rule: string }>('SELECT DISTINCT rule FROM rule_version WHERE withdrawn_at IS NULL');
    return new Set(rows.map(({ rule }) => rule));
  }

  private read(condition: string, value: string): Promise<VersionView[]> {
    return this.uow.query<VersionView>(
      `SELECT v.id, v.value, v.facility, v.valid_from::text AS "from", v.set_by AS "setBy", v.set_at AS "setAt",
         CASE WHEN v.withdrawn_at IS NOT NULL THEN 'withdrawn'
              WHEN v.valid_from > (gate_now() AT TIME ZONE 'UTC')::date THEN 'future'
              WHEN f.id IS NOT NULL THEN 'in-force' ELSE 'past' END AS status
       FROM rule_version v LEFT JOIN (${IN_FORCE}) AS f ON f.id = v.id
       WHERE ${condition} ORDER BY v.valid_from DESC, v.set_at DESC`,
      [value],
    );
  }
}
