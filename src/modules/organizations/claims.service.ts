import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Actor, PersonActor } from '../../kernel/actor.js';
import { DomainError, notFound } from '../../kernel/errors.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { CONFIG, type AppConfig } from '../../platform/config/config.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Jobs } from '../../platform/queue/jobs.js';
import { Rules } from '../rules/index.js';
import { claimDays } from './claims.rules.js';
import { invitationToken, invitationTokenHash } from './invitation-token.js';
import { sendInvitation } from './invitations.jobs.js';
import { type OrganizationFacts, requireSight, rolesTowards } from './organization.policy.js';
import { OrganizationsRepository } from './organizations.repository.js';

/** @throws DomainError 404, `organization.keepers-only` (403) unless she serves its country, or the global desk, and does not belong to it. */
export function requireKeeperOf(actor: Actor, facts: OrganizationFacts): void {
  requireSight(actor, facts);
  if (rolesTowards(actor, facts).every((role) => role === 'manager'))
    throw new DomainError('forbidden', 'organization.keepers-only', {
      detail: 'An organization without users is handed over by the officers of its country, or an administrator.',
    });
}

/**
 * Links by which a desk hands an organization over that has no user, or whose managers cannot sign in any more: an invitation whose acceptance makes a
 * manager (InvitationsService).
 */
@Injectable()
export class ClaimsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly organizations: OrganizationsRepository,
    private readonly audit: AuditLog,
    private readonly jobs: Jobs,
    private readonly rules: Rules,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  /** An open link to the same address is replaced. @throws DomainError 404, 403, `organization.has-members` (409). */
  offer(actor: PersonActor, organizationId: string, email: string): Promise<{ id: string }> {
    return this.uow.run(async () => {
      const { facts } = await this.organizations.lock(organizationId, actor);
      requireKeeperOf(actor, facts);
      if (await this.organizations.isManaged(organizationId))
        throw new DomainError('conflict', 'organization.has-members', {
          detail: 'The organization has a manager of its own, who invites others.',
        });
      await this.uow.query(
        `UPDATE invitation SET withdrawn_at = gate_now() WHERE organization_id = $1 AND email = $2 AND accepted_at IS NULL AND withdrawn_at IS NULL`,
        [organizationId, email],
      );
      const id = randomUUID();
      await this.uow.query(
        `INSERT INTO invitation (id, organization_id, email, role, claim, token_hash, invited_by, expires_at)
         VALUES ($1, $2, $3, 'manager', true, $4, $5, gate_now() + make_interval(days => $6))`,
        [
          id,
          organizationId,
          email,
          invitationTokenHash(invitationToken(id, this.config.secret)),
          actor.personId,
          await this.rules.get(claimDays),
        ],
      );
      await this.record(actor, 'organization.offer-claim', organizationId, id);
      await this.jobs.add(sendInvitation, { invitationId: id });
      return { id };
    });
  }

  /** The link stops working at once. @throws DomainError 404, 403. */
  withdraw(actor: Actor, organizationId: string, id: string): Promise<void> {
    return this.uow.run(async () => {
      const { facts } = await this.organizations.lock(organizationId, actor);
      requireKeeperOf(actor, facts);
      const closed = await this.uow.query(
        `UPDATE invitation SET withdrawn_at = gate_now()
         WHERE id = $1 AND organization_id = $2 AND claim AND accepted_at IS NULL AND withdrawn_at IS NULL RETURNING id`,
        [id, organizationId],
      );
      if (closed.length === 0) throw notFound('invitation');
      await this.record(actor, 'organization.withdraw-claim', organizationId, id);
    });
  }

  private record(actor: Actor, action: string, organizationId: string, invitationId: string): Promise<void> {
    return this.audit.record(actor, { action, subject: { type: 'organization', id: organizationId }, data: { invitationId } });
  }
}
