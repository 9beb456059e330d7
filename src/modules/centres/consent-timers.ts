import { Injectable, type OnModuleInit } from '@nestjs/common';
import { system } from '../../kernel/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../platform/events/domain-events.js';
import { Schedule } from '../../platform/queue/schedule.js';
import { OfficersService } from '../organizations/index.js';
import { Rules } from '../rules/index.js';
import { ConsentRecords } from './consent-records.service.js';
import { consentReminderDays } from './centres.rules.js';
import { consentEnding } from './consents.events.js';

export const CONSENT_TIMERS = 'centres.consents';

const EVERY_MINUTE = 60_000;
const BATCH = 100;
const ACTOR = system('task:centres.consents');
const TODAY = `(gate_now() AT TIME ZONE 'UTC')::date`;

interface Due {
  id: string;
  organizationId: string;
  days: number;
}

/** Ends consents after their last day and reminds of it before. Business time; every step may be repeated. */
@Injectable()
export class ConsentTimers implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly schedule: Schedule,
    private readonly records: ConsentRecords,
    private readonly rules: Rules,
    private readonly events: DomainEvents,
    private readonly officers: OfficersService,
  ) {}

  onModuleInit(): void {
    this.schedule.every(CONSENT_TIMERS, EVERY_MINUTE, () => this.run());
  }

  async run(): Promise<void> {
    while ((await this.uow.run(() => this.lapse())) === BATCH);
    while ((await this.uow.run(() => this.remind())) === BATCH);
    await this.officers.keepContacts();
  }

  private async lapse(): Promise<number> {
    const due = await this.uow.query<Due>(
      `SELECT id, organization_id AS "organizationId" FROM consent WHERE ended_at IS NULL AND valid_until < ${TODAY}
       ORDER BY valid_until, id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`,
    );
    for (const { id, organizationId } of due) await this.records.end(ACTOR, organizationId, id, 'lapsed');
    return due.length;
  }

  /** Once for each of the days, and not where another consent goes on when this one ends. */
  private async remind(): Promise<number> {
    const reminder = `(SELECT min(d) FROM unnest($1::integer[]) AS d WHERE c.valid_until <= ${TODAY} + d)`;
    const due = await this.uow.query<Due>(
      `UPDATE consent SET reminded_days = due.reminder
       FROM (SELECT c.id, ${reminder} AS reminder FROM consent c
             WHERE c.ended_at IS NULL AND c.valid_until >= ${TODAY} AND (c.reminded_days IS NULL OR c.reminded_days > ${reminder})
               AND ${reminder} IS NOT NULL AND NOT EXISTS (SELECT FROM consent n WHERE n.organization_id = c.organization_id
                 AND n.ended_at IS NULL AND n.scopes @> c.scopes AND n.valid_until > c.valid_until)
             ORDER BY c.valid_until, c.id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED) AS due
       WHERE consent.id = due.id
       RETURNING consent.id, organization_id AS "organizationId", valid_until - ${TODAY} AS days`,
      [await this.rules.get(consentReminderDays)],
    );
    for (const { id, organizationId, days } of due)
      await this.events.publish(consentEnding, { organizationId, consentId: id, daysLeft: days });
    return due.length;
  }
}
