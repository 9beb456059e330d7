import { Injectable } from '@nestjs/common';
import { type Actor, type MemberRole, type SystemActor, actsFor, personIdOf } from '../../kernel/actor.js';
import { DomainError, notFound } from '../../kernel/errors.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../platform/events/domain-events.js';
import { ActingOrganization } from './acting-organization.js';
import { MembershipEntity } from './membership.entity.js';
import { OrganizationEntity } from './organization.entity.js';
import { membershipChanged } from './organization.events.js';
import { MembersQueries } from './members.queries.js';
import { requireManager, requireSight } from './organization.policy.js';
import { OrganizationsQueries } from './organizations.queries.js';
import { OrganizationsRepository } from './organizations.repository.js';
import type { MemberView } from './organizations.schemas.js';

/** Who belongs to an organization and in which role. There is always a manager who can sign in. */
@Injectable()
export class MembersService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly organizations: OrganizationsRepository,
    private readonly acting: ActingOrganization,
    private readonly queries: OrganizationsQueries,
    private readonly people: MembersQueries,
    private readonly audit: AuditLog,
    private readonly events: DomainEvents,
  ) {}

  /** For members; the centre, administrators and auditors see them too, which goes on record because names and addresses are read. */
  list(actor: Actor, organizationId: string): Promise<{ items: MemberView[] }> {
    return this.uow.run(async () => {
      const facts = await this.queries.facts(organizationId, actor);
      requireSight(actor, facts, 'full');
      if (facts.role === null)
        await this.audit.record(actor, { action: 'organization.read-members', subject: { type: 'organization', id: organizationId } });
      return this.people.members(organizationId);
    });
  }

  /** Makes somebody a member without an invitation: for commands and the example exchange, never behind a route. */
  add(actor: SystemActor, organizationId: string, personId: string, role: MemberRole): Promise<void> {
    return this.uow.run(async () => {
      await this.organizations.lock(organizationId, actor);
      if ((await this.organizations.roleOf(organizationId, personId)) !== null)
        throw new DomainError('conflict', 'member.exists', { detail: 'This person belongs to the organization already.' });
      await this.uow.manager.insert(MembershipEntity, { organizationId, personId, role });
      await this.acting.joined(personId);
      await this.record(actor, 'organization.add-member', { organizationId, personId, from: null, role });
    });
  }

  /** @throws DomainError `organization.last-manager` (409), `member.same-role` (409). */
  changeRole(actor: Actor, organizationId: string, personId: string, role: MemberRole): Promise<void> {
    return this.uow.run(async () => {
      const { facts } = await this.organizations.lock(organizationId, actor);
      requireManager(actor, facts);
      const from = await this.roleOfMember(organizationId, personId);
      if (from === role) throw new DomainError('conflict', 'member.same-role', { detail: `This member is ${role} already.` });
      if (from === 'manager') await this.requireOtherManager(organizationId, personId);
      await this.uow.manager.update(MembershipEntity, { organizationId, personId }, { role });
      await this.record(actor, 'organization.change-role', { organizationId, personId, from, role });
    });
  }

  /**
   * A manager removes a member, or a member leaves. Contact passes to the longest-serving manager who stays.
   * @throws DomainError `organization.last-manager` (409).
   */
  remove(actor: Actor, organizationId: string, personId: string): Promise<void> {
    return this.uow.run(async () => {
      const { row, facts } = await this.organizations.lock(organizationId, actor);
      const leaves = personIdOf(actor) === personId && actsFor(actor, organizationId);
      if (leaves) requireSight(actor, facts);
      else requireManager(actor, facts);
      const from = await this.roleOfMember(organizationId, personId);
      const heir = await this.requireOtherManager(organizationId, personId);
      if (row.contactPersonId === personId)
        await this.uow.manager.update(OrganizationEntity, { id: organizationId }, { contactPersonId: heir, version: row.version + 1 });
      await this.uow.manager.delete(MembershipEntity, { organizationId, personId });
      await this.acting.left(personId, organizationId);
      await this.record(actor, leaves ? 'organization.leave' : 'organization.remove-member', {
        organizationId,
        personId,
        from,
        role: null,
      });
    });
  }

  private async roleOfMember(organizationId: string, personId: string): Promise<MemberRole> {
    const role = await this.organizations.roleOf(organizationId, personId);
    if (role === null) throw notFound('member');
    return role;
  }

  private async requireOtherManager(organizationId: string, personId: string): Promise<string> {
    const [first] = await this.organizations.otherManagers(organizationId, personId);
    if (first !== undefined) return first;
    throw new DomainError('conflict', 'organization.last-manager', {
      detail: 'This is the last manager: make somebody else a manager first.',
    });
  }

  private async record(actor: Actor, action: string, { organizationId, personId, from, role }: MemberStep): Promise<void> {
    await this.audit.record(actor, { action, subject: { type: 'organization', id: organizationId }, data: { personId, from, to: role } });
    await this.events.publish(membershipChanged, { organizationId, personId, role });
  }
}

interface MemberStep {
  organizationId: string;
  personId: string;
  from: MemberRole | null;
  role: MemberRole | null;
}
