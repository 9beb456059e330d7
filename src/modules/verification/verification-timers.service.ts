import { Injectable, type OnModuleInit } from '@nestjs/common';
import { system } from '../../kernel/actor.js';
import { BusinessClock } from '../../platform/database/business-clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../platform/events/domain-events.js';
import { Schedule } from '../../platform/queue/schedule.js';
import { levelSql, OrganizationLevels } from '../organizations/index.js';
import { Rules, WorkingDays } from '../rules/index.js';
import { papersLate, verificationEnded, verificationEnding } from './verification.events.js';
import { reverifyReminders, verificationDueDays } from './verification.rules.js';

/** Name of the recurring task. */
export const VERIFICATION_TIMERS = 'verification.timers';

const EVERY_MS = 10 * 60_000;
const ACTOR = system('task:verification.timers');

/** How long verifications hold, and how long papers wait. */
@Injectable()
export class VerificationTimers implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly schedule: Schedule,
    private readonly levels: OrganizationLevels,
    private readonly rules: Rules,
    private readonly workingDays: WorkingDays,
    private readonly clock: BusinessClock,
    private readonly events: DomainEvents,
  ) {}

  onModuleInit(): void {
    this.schedule.every(VERIFICATION_TIMERS, EVERY_MS, () => this.run());
  }

  async run(): Promise<void> {
    await this.uow.run(() => this.tellLate());
    await this.uow.run(() => this.remind());
    for (const id of await this.ended()) await this.uow.run(() => this.end(id));
  }

  private async tellLate(): Promise<void> {
    const rows = await this.uow.query<{ id: string; organizationId: string; country: string; since: Date }>(
      `SELECT d.id, d.organization_id AS "organizationId", o.country, d.uploaded_at AS since FROM organization_document d
       JOIN organization o ON o.id = d.organization_id WHERE d.outcome IS NULL AND NOT d.late_told ORDER BY d.uploaded_at, d.id`,
    );
    const now = await this.clock.now();
    const days = await this.rules.get(verificationDueDays);
    const late = new Map<string, string[]>();
    for (const { id, organizationId, country, since } of rows)
      if ((await this.workingDays.after(since, days, country)) <= now) late.set(organizationId, [...(late.get(organizationId) ?? []), id]);
    for (const [organizationId, ids] of late) {
      await this.uow.query('UPDATE organization_document SET late_told = true WHERE id = ANY($1)', [ids]);
      await this.events.publish(papersLate, { organizationId });
    }
  }

  private async remind(): Promise<void> {
    const reminders = await this.rules.get(reverifyReminders);
    const rows = await this.uow.query<{ id: string; days: number }>(
      `UPDATE organization o SET reverify_reminded = due.days FROM (
         SELECT o.id, min(d) AS days FROM organization o CROSS JOIN unnest($1::integer[]) AS d
         WHERE ${levelSql('o.level', 'verified')} AND o.verified_until > gate_now() AND o.verified_until <= gate_now() + make_interval(days => d)
         GROUP BY o.id) AS due
       WHERE o.id = due.id AND (o.reverify_reminded IS NULL OR o.reverify_reminded > due.days) RETURNING o.id, due.days`,
      [reminders],
    );
    for (const { id, days } of rows) await this.events.publish(verificationEnding, { organizationId: id, daysLeft: days });
  }

  private async ended(): Promise<string[]> {
    const rows = await this.uow.query<{ id: string }>(
      `SELECT id FROM organization WHERE ${levelSql('level', 'verified')} AND verified_until <= gate_now() ORDER BY verified_until, id`,
    );
    return rows.map(({ id }) => id);
  }

  private async end(organizationId: string): Promise<void> {
    if (await this.levels.runOut(ACTOR, organizationId)) await this.events.publish(verificationEnded, { organizationId });
  }
}
