import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { type Actor, type PersonActor, isAdministrator } from '../../kernel/actor.js';
import { DomainError, invalid } from '../../kernel/errors.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../platform/events/domain-events.js';
import { requireVersion } from '../../platform/http/index.js';
import { ActingOrganization } from './acting-organization.js';
import { InvitationsService } from './invitations.service.js';
import { MembershipEntity } from './membership.entity.js';
import { OrganizationCodes } from './organization.codes.js';
import { OrganizationEntity } from './organization.entity.js';
import { organizationChanged, organizationRegistered } from './organization.events.js';
import { hasLevel, type OrganizationRole, type OrganizationTransition, takeTransition } from './organization.lifecycle.js';
import { consentRequired } from './consents.js';
import {
  type OrganizationFacts,
  requireFourEyes,
  requireManager,
  requireOwnAct,
  requireSight,
  rolesTowards,
} from './organization.policy.js';
import { OrganizationsRepository } from './organizations.repository.js';
import type { Decision, NewInvitation, NewOrganization, OrganizationPatch } from './organizations.schemas.js';

/** What people decide; papers do the rest (organization-levels.service.ts). */
type Decided = Exclude<OrganizationTransition, 'hand-in' | 'fall-short' | 'renew' | 'run-out'>;

/** What a person has checked about an organization; members do not change it on their own afterwards. */
const CHECKED_FACTS = ['legalName', 'country', 'type'] as const;

export interface RegisterOptions {
  /** Belongs to the example exchange and is out of sight without it. */
  isExample?: boolean;
}

/** Registers organizations, keeps their data and decides about level and standing. */
@Injectable()
export class OrganizationsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly organizations: OrganizationsRepository,
    private readonly acting: ActingOrganization,
    private readonly codes: OrganizationCodes,
    private readonly invitations: InvitationsService,
    private readonly audit: AuditLog,
    private readonly events: DomainEvents,
  ) {}

  /**
   * Makes the registrant its manager and contact, and the organization the one she acts for.
   * @throws DomainError `organization.already-registered` (409) when she belongs to one of that name in that country.
   */
  register(
    actor: PersonActor,
    input: NewOrganization,
    { isExample = false }: RegisterOptions = {},
  ): Promise<{ id: string; reference: string }> {
    return this.uow.run(async () => {
      requireOwnAct(actor);
      await this.codes.require(input);
      await this.acting.lockPerson(actor.personId);
      await this.refuseSecond(actor.personId, input);
      const { personId } = actor;
      return this.enter(actor, { ...input, enteredBy: 'member', isExample }, async (organizationId) => {
        await this.uow.manager.insert(MembershipEntity, { organizationId, personId, role: 'manager' });
        await this.acting.founded(personId, organizationId);
      });
    });
  }

  /**
   * Registers one without any user: the centre of its country keeps it, and the officer is its contact. Whether she may is the caller's question.
   * @throws DomainError `organization.already-registered` (409) when there is one of that name in that country.
   */
  registerFor(actor: PersonActor, input: NewOrganization): Promise<{ id: string; reference: string }> {
    return this.uow.run(async () => {
      await this.codes.require(input);
      // A second click, or a colleague who enters the same one, waits and finds it.
      await this.uow.query('SELECT pg_advisory_xact_lock(hashtextextended(lower($1::text) || $2::text, 0))', [
        input.legalName,
        input.country,
      ]);
      const same = await this.uow.query('SELECT FROM organization WHERE lower(legal_name) = lower($1) AND country = $2', [
        input.legalName,
        input.country,
      ]);
      if (same.length > 0)
        throw new DomainError('conflict', 'organization.already-registered', {
          detail: 'An organization of this name is registered in this country already: look it up in the list.',
        });
      return this.enter(actor, { ...input, enteredBy: 'centre', isExample: false });
    });
  }

  /**
   * Edits by a manager, by an administrator who is no member, or for one without users by the officers who keep it.
   * @throws DomainError `organization.checked-facts` (409) when a manager changes what was checked already.
   */
  update(actor: Actor, id: string, seen: number | null, patch: OrganizationPatch): Promise<void> {
    return this.uow.run(async () => {
      const { row, facts } = await this.organizations.lock(id, actor);
      requireSight(actor, facts);
      const asAdministrator = isAdministrator(actor) && facts.role === null;
      if (!asAdministrator && !(await this.keeps(actor, facts))) requireManager(actor, facts);
      requireVersion(seen, row.version, 'organization');
      const changed = (Object.keys(patch) as (keyof OrganizationPatch)[]).filter(
        (key) => JSON.stringify(patch[key]) !== JSON.stringify(row[key]),
      );
      const checked = CHECKED_FACTS.filter((key) => changed.includes(key));
      if (checked.length > 0 && !asAdministrator && hasLevel(row.level, 'basic'))
        throw new DomainError('conflict', 'organization.checked-facts', {
          detail: 'Name, country and type have been checked. Ask an administrator to change them.',
        });
      await this.codes.require(patch);
      await this.requireContact(id, patch);
      await this.write(row, patch);
      await this.audit.record(actor, { action: 'organization.edit', subject: { type: 'organization', id }, data: { changed } });
      if (checked.length > 0) await this.events.publish(organizationChanged, { organizationId: id });
    });
  }

  /** Level L1, by an administrator who is no member of it. */
  verify(actor: Actor, id: string, decision: Decision = {}): Promise<void> {
    return this.decide(actor, id, 'verify', decision);
  }

  /** Refuses the registration, with a reason. */
  reject(actor: Actor, id: string, decision: Decision): Promise<void> {
    return this.decide(actor, id, 'reject', decision);
  }

  /** Takes an organization out of circulation, with a reason; nothing of it is deleted. */
  suspend(actor: Actor, id: string, decision: Decision): Promise<void> {
    return this.decide(actor, id, 'suspend', decision);
  }

  /** Back to good standing, at the level it had. */
  resume(actor: Actor, id: string, decision: Decision = {}): Promise<void> {
    return this.decide(actor, id, 'resume', decision);
  }

  /**
   * Level `basic`, when whoever reviews its first listing has looked at the organization too; nothing when it has been checked before.
   * Joins the caller's unit of work.
   */
  markBasic(organizationId: string, actor: Actor): Promise<void> {
    return this.uow.run(async () => {
      const { row, facts } = await this.organizations.lock(organizationId, actor);
      if (hasLevel(row.level, 'basic')) return;
      requireFourEyes(actor, facts);
      // Who may approve a listing is the reviews' rule; here it only matters that the reviewer is no member.
      await this.take(actor, row, 'check', facts.role === null ? ['reviewer'] : []);
    });
  }

  /** See InvitationsService. */
  invite(actor: PersonActor, organizationId: string, invitation: NewInvitation): Promise<{ id: string }> {
    return this.invitations.invite(actor, organizationId, invitation);
  }

  /** See InvitationsService. */
  acceptInvitation(actor: PersonActor, token: string): Promise<{ organizationId: string }> {
    return this.invitations.acceptInvitation(actor, token);
  }

  /** @throws DomainError `consent.required` (403) for an officer who keeps it and has no consent to do so any more. */
  private async keeps(actor: Actor, facts: OrganizationFacts): Promise<boolean> {
    if (!rolesTowards(actor, facts).includes('officer')) return false;
    const { custodial, scopes } = await this.organizations.standing(facts.id);
    if (custodial && !scopes.includes('register')) throw consentRequired(facts.id, ['register']);
    return custodial;
  }

  private async enter(
    actor: PersonActor,
    input: NewOrganization & Pick<OrganizationEntity, 'enteredBy' | 'isExample'>,
    settle: (id: string) => Promise<void> = async () => undefined,
  ): Promise<{ id: string; reference: string }> {
    const { personId } = actor;
    const { country, enteredBy } = input;
    const id = randomUUID();
    const number = await this.organizations.nextNumber();
    const reference = `ORG-${country}-${String(number).padStart(6, '0')}`;
    await this.uow.manager.insert(OrganizationEntity, { ...input, id, number, reference, contactPersonId: personId, createdBy: personId });
    await settle(id);
    await this.audit.record(actor, {
      action: 'organization.register',
      subject: { type: 'organization', id },
      data: { country, enteredBy },
    });
    await this.events.publish(organizationRegistered, { organizationId: id, country });
    return { id, reference };
  }

  /**
   * A decision of the house on an organization that whoever decides does not belong to.
   * @param guard what else has to hold once the table allows it; throws where it does not
   * @throws DomainError 404, 403, 409, 400 (reason).
   */
  decide(
    actor: Actor,
    id: string,
    name: Decided,
    decision: Decision,
    guard: (row: OrganizationEntity) => Promise<void> = async () => undefined,
  ): Promise<void> {
    return this.uow.run(async () => {
      const { row, facts } = await this.organizations.lock(id, actor);
      requireSight(actor, facts);
      requireFourEyes(actor, facts);
      await this.codes.requireReason(decision.reason);
      const roles = rolesTowards(actor, facts);
      takeTransition(name, row, roles, decision.reason);
      await guard(row);
      await this.take(actor, row, name, roles, decision);
    });
  }

  private async take(
    actor: Actor,
    row: OrganizationEntity,
    name: Decided,
    roles: readonly OrganizationRole[],
    { reason = null, note = null }: { reason?: string | null; note?: string | null } = {},
  ): Promise<void> {
    const { id } = row;
    const { level, standing } = takeTransition(name, row, roles, reason);
    await this.write(row, { level, standing, decisionReason: reason, decisionNote: note });
    const [from, to] = standing === row.standing ? [row.level, level] : [row.standing, standing];
    await this.audit.record(actor, { action: `organization.${name}`, subject: { type: 'organization', id }, data: { from, to, reason } });
    await this.events.publish(organizationChanged, { organizationId: id, decision: name });
  }

  private async write(row: OrganizationEntity, change: Partial<OrganizationEntity>): Promise<void> {
    await this.uow.manager.update(OrganizationEntity, { id: row.id }, { ...change, version: row.version + 1 });
  }

  private async refuseSecond(personId: string, { legalName, country }: NewOrganization): Promise<void> {
    const same = await this.uow.query(
      `SELECT FROM organization o JOIN membership m ON m.organization_id = o.id
       WHERE m.person_id = $1 AND lower(o.legal_name) = lower($2) AND o.country = $3`,
      [personId, legalName, country],
    );
    if (same.length > 0)
      throw new DomainError('conflict', 'organization.already-registered', {
        detail: 'You belong to an organization of this name in this country already.',
      });
  }

  private async requireContact(id: string, { contactPersonId }: OrganizationPatch): Promise<void> {
    if (contactPersonId === undefined || (await this.organizations.roleOf(id, contactPersonId)) !== null) return;
    throw invalid([{ path: 'contactPersonId', code: 'not-a-member', message: 'The contact person is a member of the organization.' }]);
  }
}
