import { Injectable, type OnModuleInit } from '@nestjs/common';
import { BusinessClock } from '../../platform/database/business-clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../platform/events/domain-events.js';
import { Schedule } from '../../platform/queue/schedule.js';
import { Rules } from '../rules/index.js';
import { DocumentsQueries } from './documents.queries.js';
import { waitingForDueDiligence } from './due-diligence.queries.js';
import { dueDiligenceLate } from './verification.events.js';
import { renewalDays } from './verification.rules.js';

/** Name of the recurring task. */
export const DUE_DILIGENCE_WAITS = 'verification.due-diligence-waits';

const EVERY_MS = 10 * 60_000;

/** Tells when nobody has decided on a due diligence in time, once for each time that it waits. */
@Injectable()
export class DueDiligenceWaits implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly schedule: Schedule,
    private readonly documents: DocumentsQueries,
    private readonly rules: Rules,
    private readonly clock: BusinessClock,
    private readonly events: DomainEvents,
  ) {}

  onModuleInit(): void {
    this.schedule.every(DUE_DILIGENCE_WAITS, EVERY_MS, () => this.run());
  }

  async run(): Promise<void> {
    const ready = await this.uow.query<{ id: string; country: string; since: Date; late: boolean }>(
      `${waitingForDueDiligence('$1')} ORDER BY o.id`,
      [await this.rules.get(renewalDays)],
    );
    const now = await this.clock.now();
    for (const { id, country, since } of ready.filter(({ late }) => !late))
      if ((await this.documents.dueAt(since, country)) <= now) await this.uow.run(() => this.tell(id));
  }

  private async tell(organizationId: string): Promise<void> {
    await this.uow.query('UPDATE organization SET due_diligence_late_told = gate_now() WHERE id = $1', [organizationId]);
    await this.events.publish(dueDiligenceLate, { organizationId });
  }
}
