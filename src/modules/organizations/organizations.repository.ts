import { Injectable } from '@nestjs/common';
import { type Actor, type MemberRole, personIdOf } from '../../kernel/actor.js';
import { notFound } from '../../kernel/errors.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Consents, type ConsentScope } from './consents.js';
import { MembershipEntity } from './membership.entity.js';
import { OrganizationEntity } from './organization.entity.js';
import type { OrganizationFacts } from './organization.policy.js';

export interface LockedOrganization {
  row: OrganizationEntity;
  /** The row as the rules see it, with the actor's own role in it. */
  facts: OrganizationFacts;
}

/** Loads organizations for writing. All changes to one, members included, queue up behind its row lock. */
@Injectable()
export class OrganizationsRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly consents: Consents,
  ) {}

  /** @throws DomainError not found when there is none; whether the actor may know of it is the policy's question. */
  async lock(id: string, actor: Actor): Promise<LockedOrganization> {
    const row = await this.uow.manager.findOne(OrganizationEntity, { where: { id }, lock: { mode: 'for_no_key_update' } });
    if (!row) throw notFound('organization');
    const { country, level, standing } = row;
    return { row, facts: { id, country, level, standing, role: await this.roleOf(id, personIdOf(actor)) } };
  }

  async roleOf(organizationId: string, personId: string | null): Promise<MemberRole | null> {
    if (personId === null) return null;
    const membership = await this.uow.manager.findOneBy(MembershipEntity, { organizationId, personId });
    return membership?.role ?? null;
  }

  /** Managers who can still sign in, other than this person, the longest-serving first. */
  async otherManagers(organizationId: string, personId: string | null): Promise<string[]> {
    const rows = await this.uow.query<{ id: string }>(
      `SELECT m.person_id AS id FROM membership m JOIN person p ON p.id = m.person_id AND p.disabled_at IS NULL
       WHERE m.organization_id = $1 AND m.role = 'manager' AND m.person_id IS DISTINCT FROM $2 ORDER BY m.created_at, m.person_id`,
      [organizationId, personId],
    );
    return rows.map((row) => row.id);
  }

  /** Whether one of its managers can sign in; where none can, and where it has no user at all, it is handed over by a link. */
  async isManaged(organizationId: string): Promise<boolean> {
    return (await this.otherManagers(organizationId, null)).length > 0;
  }

  /** Whether nobody belongs to it, and what it has consented to. */
  standing(organizationId: string): Promise<{ custodial: boolean; scopes: ConsentScope[] }> {
    return this.consents.standing(organizationId);
  }

  async nextNumber(): Promise<number> {
    const [row] = await this.uow.query<{ number: number }>(`SELECT nextval('organization_number')::integer AS number`);
    if (!row) throw new Error('organization_number gave nothing');
    return row.number;
  }
}
