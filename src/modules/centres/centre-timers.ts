import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../platform/events/domain-events.js';
import { Schedule } from '../../platform/queue/schedule.js';
import { Rules } from '../rules/index.js';
import { centreLetterEnding } from './centres.events.js';
import { letterReminderDays } from './centres.rules.js';

export const CENTRE_TIMERS = 'centres.letters';

const EVERY_MINUTE = 60_000;
const BATCH = 100;
const TODAY = `(gate_now() AT TIME ZONE 'UTC')::date`;

/** Reminds of the end of designation letters, and tells once when one has run out. Business time; it may run twice. */
@Injectable()
export class CentreTimers implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly schedule: Schedule,
    private readonly rules: Rules,
    private readonly events: DomainEvents,
  ) {}

  onModuleInit(): void {
    this.schedule.every(CENTRE_TIMERS, EVERY_MINUTE, () => this.run());
  }

  async run(): Promise<void> {
    while ((await this.uow.run(() => this.remind())) === BATCH);
  }

  /** Once for each of the days, and once, as 0, for a letter that has run out. */
  private async remind(): Promise<number> {
    const reminder = `CASE WHEN c.letter_expires < ${TODAY} THEN 0
      ELSE (SELECT min(d) FROM unnest($1::integer[]) AS d WHERE c.letter_expires <= ${TODAY} + d) END`;
    const due = await this.uow.query<{ centreId: string; days: number }>(
      `UPDATE centre SET reminded_days = due.reminder
       FROM (SELECT c.id, ${reminder} AS reminder FROM centre c
             WHERE c.ended_at IS NULL AND c.letter_expires IS NOT NULL AND ${reminder} IS NOT NULL
               AND (c.reminded_days IS NULL OR c.reminded_days > ${reminder})
             ORDER BY c.letter_expires, c.id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED) AS due
       WHERE centre.id = due.id
       RETURNING centre.id AS "centreId", CASE WHEN due.reminder = 0 THEN 0 ELSE greatest(1, letter_expires - ${TODAY}) END AS days`,
      [await this.rules.get(letterReminderDays)],
    );
    for (const { centreId, days } of due) await this.events.publish(centreLetterEnding, { centreId, daysLeft: days });
    return due.length;
  }
}
