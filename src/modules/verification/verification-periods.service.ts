import { Injectable, type OnModuleInit } from '@nestjs/common';
import { system } from '../../kernel/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../platform/events/domain-events.js';
import { Schedule } from '../../platform/queue/schedule.js';
import { levelSql, organizationChanged } from '../organizations/index.js';
import { Rules } from '../rules/index.js';
import { DocumentsService } from './documents.service.js';
import { PERIODS, type PeriodLevel } from './verification-periods.js';
import { reverifyReminders, verifiedMonths } from './verification.rules.js';

/** Name of the recurring task. */
export const VERIFICATION_PERIODS = 'verification.periods';

const EVERY_MS = 60 * 60_000;

/** Whether organization `o` offers financing at the moment; a draft or what has been taken back does not. */
const OFFERS_FINANCING = `EXISTS (SELECT FROM listing l WHERE l.organization_id = o.id AND l.kind = 'financing'
  AND l.state NOT IN ('draft', 'rejected', 'withdrawn', 'expired', 'archived'))`;

/** From when until when verifications and due diligence hold: whoever offers financing is looked at sooner again. */
@Injectable()
export class VerificationPeriods implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly schedule: Schedule,
    private readonly documents: DocumentsService,
    private readonly rules: Rules,
    private readonly events: DomainEvents,
  ) {}

  onModuleInit(): void {
    this.schedule.every(VERIFICATION_PERIODS, EVERY_MS, () => this.shorten());
    this.events.on(organizationChanged, async ({ organizationId, decision }) => {
      if (decision === 'verify' || decision === 'renew') await this.begin(organizationId, 'verified');
      if (decision === 'verify') await this.documents.tellWhenReady(organizationId);
      if (decision === 'pass-due-diligence') await this.begin(organizationId, 'due_diligence');
      if (decision === 'end-due-diligence')
        await this.uow.query(
          'UPDATE organization SET due_diligence_until = gate_now() WHERE id = $1 AND due_diligence_until > gate_now()',
          [organizationId],
        );
      // Papers that were accepted meanwhile have their effect now.
      if (decision === 'resume') await this.documents.follow(system('verification'), organizationId);
    });
  }

  /** Of organizations that have come to offer financing: what was checked of them ends sooner, but never without the first reminder's notice. */
  async shorten(): Promise<void> {
    const { financing } = await this.rules.get(verifiedMonths);
    const notice = Math.max(...(await this.rules.get(reverifyReminders)));
    for (const { level, since, until } of PERIODS)
      await this.uow.query(
        `UPDATE organization o SET ${until} = due.at FROM (
           SELECT id, greatest(${since} + make_interval(months => $1), gate_now() + make_interval(days => $2)) AS at FROM organization) AS due
         WHERE due.id = o.id AND ${levelSql('o.level', level)} AND o.${until} > due.at AND ${OFFERS_FINANCING}`,
        [financing, notice],
      );
  }

  private async begin(organizationId: string, of: PeriodLevel): Promise<void> {
    const { all, financing } = await this.rules.get(verifiedMonths);
    for (const { since, until, reminded } of PERIODS.filter(({ level }) => level === of))
      await this.uow.query(
        `UPDATE organization o SET ${reminded} = NULL, ${since} = gate_now(), ${until} = gate_now()
           + make_interval(months => CASE WHEN ${OFFERS_FINANCING} THEN $3::integer ELSE $2::integer END) WHERE o.id = $1`,
        [organizationId, all, financing],
      );
  }
}
