import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../platform/events/domain-events.js';
import { levelGivesSql, organizationChanged } from '../organizations/index.js';
import { matchReady } from './matching.events.js';

const EITHER = '$1 IN (m.need_organization_id, m.offer_organization_id)';

/** Days that begin anew because of what became of an organization: nobody is late for a time in which nothing could be done. Joins the unit of who decided. */
@Injectable()
export class MatchStandstills implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly events: DomainEvents,
  ) {}

  onModuleInit(): void {
    this.events.on(organizationChanged, async ({ organizationId, decision }) => {
      if (decision === 'resume' || decision === 'release') await this.goOn(organizationId);
      if (decision === 'verify') await this.makeReady(organizationId);
    });
  }

  /** Back from a suspension, a rejection or a check by screening: whoever was awaited has all her days from now. */
  private async goOn(organizationId: string): Promise<void> {
    await this.uow.query(
      `UPDATE match m SET waits_since = gate_now(), nudged = 0
       WHERE ${EITHER} AND m.state IN ('interest_provider', 'interest_seeker', 'under_review')`,
      [organizationId],
    );
  }

  /** Where the other side is verified too, it is the turn of the administrators, from now on. */
  private async makeReady(organizationId: string): Promise<void> {
    const ready = await this.uow.query<{ id: string }>(
      `UPDATE match m SET waits_since = gate_now(), nudged = 0
       WHERE ${EITHER} AND m.state = 'under_review'
         AND NOT EXISTS (SELECT FROM organization o WHERE o.id IN (m.need_organization_id, m.offer_organization_id)
           AND NOT ${levelGivesSql('o.level', 'be-introduced')})
       RETURNING m.id`,
      [organizationId],
    );
    for (const { id } of ready) await this.events.publish(matchReady, { matchId: id });
  }
}
