import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { type Actor, type PersonActor } from '../../kernel/actor.js';
import { DomainError, notFound } from '../../kernel/errors.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { CONFIG, type AppConfig } from '../../platform/config/config.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../platform/events/domain-events.js';
import { Jobs } from '../../platform/queue/jobs.js';
import { ActingOrganization } from './acting-organization.js';
import { invitationToken, invitationTokenHash } from './invitation-token.js';
import { sendInvitation } from './invitations.jobs.js';
import { MembershipEntity } from './membership.entity.js';
import { membershipChanged, organizationClaimed } from './organization.events.js';
import { type OrganizationFacts, requireManager, requireOwnAct, rolesTowards } from './organization.policy.js';
import { OrganizationsRepository } from './organizations.repository.js';
import type { NewInvitation } from './organizations.schemas.js';

export const INVITATION_DAYS = 7;
/** Open at a time, so that an organization cannot be used to mail strangers in bulk. */
export const MAX_OPEN_INVITATIONS = 50;

/** Invitations by mail link: seven days, used once, only by the person whose address was invited. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly organizations: OrganizationsRepository,
    private readonly acting: ActingOrganization,
    private readonly audit: AuditLog,
    private readonly events: DomainEvents,
    private readonly jobs: Jobs,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  /** @throws DomainError (403) `person.email-unverified`, (409) `member.exists`, `invitation.already-open`, `invitation.too-many`, `organization.not-in-good-standing`. */
  invite(actor: PersonActor, organizationId: string, { email, role }: NewInvitation): Promise<{ id: string }> {
    return this.uow.run(async () => {
      const { facts } = await this.organizations.lock(organizationId, actor);
      requireManager(actor, facts);
      await this.requireOwnAddress(actor);
      if (facts.standing !== 'good')
        throw new DomainError('conflict', 'organization.not-in-good-standing', { detail: `The organization is ${facts.standing}.` });
      await this.requireRoom(organizationId, email);
      const id = randomUUID();
      const tokenHash = invitationTokenHash(invitationToken(id, this.config.secret));
      await this.uow.query(
        `INSERT INTO invitation (id, organization_id, email, role, token_hash, invited_by, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, gate_now() + make_interval(days => $7))`,
        [id, organizationId, email, role, tokenHash, actor.personId, INVITATION_DAYS],
      );
      await this.record(actor, 'organization.invite', organizationId, { invitationId: id, role });
      await this.jobs.add(sendInvitation, { invitationId: id });
      return { id };
    });
  }

  /** The link stops working at once. @throws DomainError not found when it is not open any more. */
  withdraw(actor: Actor, organizationId: string, invitationId: string): Promise<void> {
    return this.uow.run(async () => {
      const { facts } = await this.organizations.lock(organizationId, actor);
      requireManager(actor, facts);
      const closed = await this.uow.query(
        `UPDATE invitation SET withdrawn_at = gate_now()
         WHERE id = $1 AND organization_id = $2 AND accepted_at IS NULL AND withdrawn_at IS NULL RETURNING id`,
        [invitationId, organizationId],
      );
      if (closed.length === 0) throw notFound('invitation');
      await this.record(actor, 'organization.withdraw-invitation', organizationId, { invitationId });
    });
  }

  /**
   * Makes the signed-in person a member.
   * @throws DomainError not found for an unknown token, `invitation.other-address` (403), (409) `invitation.used`, `invitation.withdrawn`,
   *   `invitation.expired`, `member.exists`.
   */
  acceptInvitation(actor: PersonActor, token: string): Promise<{ organizationId: string }> {
    return this.uow.run(async () => {
      requireOwnAct(actor);
      const { id, organizationId } = await this.findByToken(token);
      const { facts } = await this.organizations.lock(organizationId, actor);
      const { personId } = actor;
      const person = await this.acting.lockPerson(personId);
      const invitation = await this.read(id);
      if (invitation.email !== person.email)
        throw new DomainError('forbidden', 'invitation.other-address', {
          detail: 'This invitation was sent to another mail address: sign in with that one, or ask to be invited under yours.',
        });
      if (invitation.state !== 'open')
        throw new DomainError('conflict', `invitation.${invitation.state}`, { detail: CLOSED[invitation.state] });
      if (invitation.claim) await this.requireClaimable(actor, facts);
      if (facts.role !== null && !invitation.claim)
        throw new DomainError('conflict', 'member.exists', { detail: 'You belong to this organization already.' });
      await this.uow.query(`UPDATE invitation SET accepted_at = gate_now(), accepted_by = $2 WHERE id = $1`, [id, personId]);
      await this.uow.manager.upsert(MembershipEntity, { organizationId, personId, role: invitation.role }, ['organizationId', 'personId']);
      if (invitation.claim) await this.takeOver(organizationId, personId);
      await this.acting.joined(personId);
      await this.record(actor, 'organization.join', organizationId, { invitationId: id, role: invitation.role });
      await this.events.publish(membershipChanged, { organizationId, personId, role: invitation.role });
      return { organizationId };
    });
  }

  /** Strangers are written to in her name: her own address has to be hers. */
  private async requireOwnAddress({ personId }: PersonActor): Promise<void> {
    const unverified = await this.uow.query('SELECT FROM auth."user" WHERE id = $1 AND NOT "emailVerified"', [personId]);
    if (unverified.length > 0)
      throw new DomainError('forbidden', 'person.email-unverified', {
        detail: 'Confirm your e-mail address by the link that was mailed to you before you invite others.',
      });
  }

  private async requireRoom(organizationId: string, email: string): Promise<void> {
    const member = await this.uow.query(
      `SELECT FROM membership m JOIN person p ON p.id = m.person_id WHERE m.organization_id = $1 AND lower(p.email) = $2`,
      [organizationId, email],
    );
    if (member.length > 0)
      throw new DomainError('conflict', 'member.exists', { detail: 'This person belongs to the organization already.' });
    await this.uow.query(
      `UPDATE invitation SET withdrawn_at = expires_at
       WHERE organization_id = $1 AND expires_at <= gate_now() AND accepted_at IS NULL AND withdrawn_at IS NULL`,
      [organizationId],
    );
    const open = await this.uow.query<{ email: string }>(
      `SELECT email FROM invitation WHERE organization_id = $1 AND accepted_at IS NULL AND withdrawn_at IS NULL`,
      [organizationId],
    );
    if (open.some((invitation) => invitation.email === email))
      throw new DomainError('conflict', 'invitation.already-open', {
        detail: 'This address has an open invitation. Withdraw it first if the mail was lost.',
      });
    if (open.length >= MAX_OPEN_INVITATIONS)
      throw new DomainError('conflict', 'invitation.too-many', {
        detail: `At most ${MAX_OPEN_INVITATIONS} invitations may be open at a time.`,
      });
  }

  /** Whoever keeps it does not take it for herself. */
  private async requireClaimable(actor: Actor, facts: OrganizationFacts): Promise<void> {
    if (rolesTowards(actor, facts).length > 0)
      throw new DomainError('forbidden', 'organization.keepers-do-not-claim', {
        detail: 'You serve the desk that keeps this organization: it is handed over to one of its own people.',
      });
    if (await this.organizations.isManaged(facts.id))
      throw new DomainError('conflict', 'organization.has-members', {
        detail: 'Somebody else has taken the organization over already: ask its managers to invite you.',
      });
  }

  /** Contact is the first of its own people; other links end, and so do the consents by which officers acted (centres). */
  private async takeOver(organizationId: string, personId: string): Promise<void> {
    await this.uow.query('UPDATE organization SET contact_person_id = $2, version = version + 1 WHERE id = $1', [organizationId, personId]);
    await this.uow.query(
      `UPDATE invitation SET withdrawn_at = gate_now() WHERE organization_id = $1 AND claim AND accepted_at IS NULL AND withdrawn_at IS NULL`,
      [organizationId],
    );
    await this.events.publish(organizationClaimed, { organizationId, personId });
  }

  private async findByToken(token: string): Promise<{ id: string; organizationId: string }> {
    const [found] = await this.uow.query<{ id: string; organizationId: string }>(
      `SELECT id, organization_id AS "organizationId" FROM invitation WHERE token_hash = $1`,
      [invitationTokenHash(token)],
    );
    if (!found) throw notFound('invitation');
    return found;
  }

  /** Read again behind the organization's lock: a concurrent accept or withdrawal has committed by now. */
  private async read(id: string): Promise<Invitation> {
    const [invitation] = await this.uow.query<Invitation>(
      `SELECT email, role, claim, CASE WHEN accepted_at IS NOT NULL THEN 'used' WHEN expires_at <= gate_now() THEN 'expired'
         WHEN withdrawn_at IS NOT NULL THEN 'withdrawn' ELSE 'open' END AS state FROM invitation WHERE id = $1`,
      [id],
    );
    if (!invitation) throw notFound('invitation');
    return invitation;
  }

  private record(actor: Actor, action: string, organizationId: string, data: Record<string, string>): Promise<void> {
    return this.audit.record(actor, { action, subject: { type: 'organization', id: organizationId }, data });
  }
}

interface Invitation {
  claim: boolean;
  email: string;
  role: MembershipEntity['role'];
  state: 'open' | keyof typeof CLOSED;
}

const CLOSED = {
  used: 'This invitation has been used.',
  expired: 'This invitation has run out: ask for a new one.',
  withdrawn: 'This invitation has been withdrawn.',
};
