import { Injectable } from '@nestjs/common';
import { actsFor, isAdministrator, isOfficerOf, type MemberRole, type PersonActor } from '../../kernel/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Consents, OrganizationsQueries, type OrganizationBrief } from '../organizations/index.js';

/** Whose listing a row becomes, and whether a desk enters it on her behalf. */
export interface RowOwner {
  owner: OrganizationBrief;
  onBehalf: boolean;
}

/** Who imports, as she is when the work is done: rights that she lost meanwhile do not count. */
@Injectable()
export class ImportPeople {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly organizations: OrganizationsQueries,
    private readonly consents: Consents,
  ) {}

  /** Acting for the organization of the run, where she belongs to it; null when her account was closed. */
  async actor(personId: string, organizationId: string | null): Promise<PersonActor | null> {
    const [row] = await this.uow.query<{
      language: string;
      administrator: boolean;
      auditor: boolean;
      officerOf: string[];
      role: MemberRole | null;
    }>(
      `SELECT p.language, p.administrator, p.auditor, m.role, ARRAY(SELECT o.country FROM serving_officer o WHERE o.person_id = p.id) AS "officerOf"
       FROM person p LEFT JOIN membership m ON m.person_id = p.id AND m.organization_id = $2 WHERE p.id = $1 AND p.disabled_at IS NULL`,
      [personId, organizationId],
    );
    if (!row) return null;
    const { role, ...person } = row;
    const organization = role && organizationId !== null ? { id: organizationId, role } : null;
    return { kind: 'person', personId, sessionId: null, keyId: null, organization, ...person };
  }

  /** The organization that is named, when she may list for it today; otherwise why not. One that is not hers to see is as one that is not there. */
  async ownerFor(actor: PersonActor, reference: string): Promise<RowOwner | string> {
    const owner = await this.organizations.find(reference);
    if (owner && actsFor(actor, owner.id, 'editor')) return { owner, onBehalf: false };
    if (!owner || !(isOfficerOf(actor, owner.country) || isAdministrator(actor)))
      return `You do not list for "${reference.slice(0, 100)}": name an organization by its reference, such as ORG-KE-000012.`;
    const scopes = await this.consents.inForce(owner.id);
    if (!scopes.includes('list')) return `Nobody of ${owner.reference} has consented that you list for it: record the consent first.`;
    return { owner, onBehalf: true };
  }
}
