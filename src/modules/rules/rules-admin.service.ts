import { Injectable } from '@nestjs/common';
import { type Actor, personIdOf } from '../../kernel/actor.js';
import { DomainError, invalid, notFound } from '../../kernel/errors.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { BusinessClock } from '../../platform/database/business-clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { faultsOf, remedy } from '../../platform/http/faults.js';
import { DomainEvents } from '../../platform/events/domain-events.js';
import { findRule, type Rule } from './rule.js';
import { ruleChanged } from './rules.events.js';
import type { NewVersion } from './rules.schemas.js';

/** Changes what the house goes by; who may is the route's policy (administrators). */
@Injectable()
export class RulesAdmin {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: BusinessClock,
    private readonly audit: AuditLog,
    private readonly events: DomainEvents,
  ) {}

  /**
   * A new version, from today or a later day on. What held in the past stays as it was.
   * @throws DomainError `rule.not-found`, `request.invalid` with the faults of the value, of the day or of the facility.
   */
  set(actor: Actor, key: string, { value, from, facility: own }: NewVersion): Promise<string> {
    return this.uow.run(async () => {
      const facility = own ?? null;
      const rule = ruleOf(key);
      if (rule.houseWide && facility !== null)
        throw invalid([{ path: 'facility', code: 'house-wide', message: 'This holds for the whole exchange: leave the facility out.' }]);
      const checked = valueFor(rule, value);
      const today = (await this.clock.now()).toISOString().slice(0, 10);
      if (from !== undefined && from < today)
        throw invalid([{ path: 'from', code: 'before-today', message: `What held in the past stays: give today, ${today}, or a later day.` }]);
      await this.requireFacility(facility);
      const [row] = await this.uow.query<{ id: string }>(
        `INSERT INTO rule_version (rule, facility, value, valid_from, set_by) VALUES ($1, $2, $3::jsonb, $4, $5) RETURNING id`,
        [key, facility, JSON.stringify(checked), from ?? today, personIdOf(actor)],
      );
      if (!row) throw new Error('a rule version was not stored');
      await this.changed(actor, 'rule.set', { key, facility, version: row.id });
      return row.id;
    });
  }

  /** @throws DomainError `rule-version.not-found`; `rule.in-force` (409) once its day has come. */
  withdraw(actor: Actor, key: string, id: string): Promise<void> {
    return this.uow.run(async () => {
      ruleOf(key);
      const [row] = await this.uow.query<{ facility: string | null; ahead: boolean }>(
        `SELECT facility, valid_from > (gate_now() AT TIME ZONE 'UTC')::date AS ahead
         FROM rule_version WHERE id = $1 AND rule = $2 AND withdrawn_at IS NULL FOR UPDATE`,
        [id, key],
      );
      if (!row) throw notFound('rule-version');
      if (!row.ahead)
        throw new DomainError('conflict', 'rule.in-force', {
          detail: 'It has come into force and stays on record: set another value instead.',
        });
      await this.uow.query('UPDATE rule_version SET withdrawn_at = now() WHERE id = $1', [id]);
      await this.changed(actor, 'rule.withdraw', { key, facility: row.facility, version: id });
    });
  }

  private async requireFacility(facility: string | null): Promise<void> {
    if (facility === null) return;
    const found = await this.uow.query('SELECT code FROM facility WHERE code = $1', [facility]);
    if (found.length === 0) throw invalid([{ path: 'facility', code: 'unknown-code', message: `There is no facility "${facility}".` }]);
  }

  private async changed(actor: Actor, action: string, change: { key: string; facility: string | null; version: string }): Promise<void> {
    const { key, facility, version } = change;
    await this.audit.record(actor, { action, subject: { type: 'rule', id: version }, data: { rule: key, facility } });
    await this.events.publish(ruleChanged, { rule: key, facility });
  }
}

export function ruleOf(key: string): Rule<unknown> {
  const rule = findRule(key);
  if (!rule) throw notFound('rule');
  return rule;
}

function valueFor(rule: Rule<unknown>, value: unknown): unknown {
  const result = rule.schema.safeParse(value, { error: remedy, reportInput: true });
  if (result.success) return result.data;
  throw invalid(faultsOf(result.error.issues).map((fault) => ({ ...fault, path: ['value', fault.path].filter(Boolean).join('.') })));
}
