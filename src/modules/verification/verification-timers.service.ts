import { Injectable, type OnModuleInit } from '@nestjs/common';
import { system } from '../../kernel/actor.js';
import { BusinessClock } from '../../platform/database/business-clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../platform/events/domain-events.js';
import { Schedule } from '../../platform/queue/schedule.js';
import { levelSql, OrganizationLevels } from '../organizations/index.js';
import { Rules, WorkingDays } from '../rules/index.js';
import { papersLate, verificationEnded, verificationEnding } from './verification.events.js';
import { type Period, type PeriodLevel, PERIODS } from './verification-periods.js';
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
    for (const period of PERIODS) await this.uow.run(() => this.remind(period));
    for (const { id, level } of await this.ended()) await this.uow.run(() => this.end(id, level));
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

  private async remind({ level, until, reminded }: Period): Promise<void> {
    const reminders = await this.rules.get(reverifyReminders);
    const rows = await this.uow.query<{ id: string; days: number }>(
      `UPDATE organization o SET ${reminded} = due.days FROM (
         SELECT o.id, min(d) AS days FROM organization o CROSS JOIN unnest($1::integer[]) AS d
         WHERE ${levelSql('o.level', level)} AND o.${until} > gate_now() AND o.${until} <= gate_now() + make_interval(days => d)
         GROUP BY o.id) AS due
       WHERE o.id = due.id AND (o.${reminded} IS NULL OR o.${reminded} > due.days) RETURNING o.id, due.days`,
      [reminders],
    );
    for (const { id, days } of rows) await this.events.publish(verificationEnding, { organizationId: id, daysLeft: days, level });
  }

  /** Verifications first: what has lost that has lost what rests on it. */
  private async ended(): Promise<{ id: string; level: PeriodLevel }[]> {
    const found = [];
    for (const { level, until } of PERIODS)
      found.push(
        ...(await this.uow.query<{ id: string; level: PeriodLevel }>(
          `SELECT id, '${level}' AS level FROM organization WHERE ${levelSql('level', level)} AND ${until} <= gate_now() ORDER BY ${until}, id`,
        )),
      );
    return found;
  }

  private async end(organizationId: string, level: PeriodLevel): Promise<void> {
    if (level === 'due_diligence') return this.levels.endDueDiligence(ACTOR, organizationId);
    if (await this.levels.runOut(ACTOR, organizationId)) await this.events.publish(verificationEnded, { organizationId });
  }
}
