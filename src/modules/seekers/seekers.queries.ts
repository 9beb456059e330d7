import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/errors.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { OrganizationsQueries, sightOf, takesPart } from '../organizations/index.js';
import type { SeekerView } from './seekers.schemas.js';

// Needs whose owner is hidden do not count: the number could give the name away.
const SEEKER = `
  SELECT o.id, o.country, o.type, o.level, coalesce(p.sectors, '{}') AS sectors,
         (SELECT count(*)::integer FROM catalogue_listing c WHERE c.organization_id = o.id AND c.kind = 'need' AND NOT c.anonymous) AS needs,
         o.is_example AS "isExample", coalesce(p.version, 0) AS version, o.reference, o.legal_name AS "legalName", o.languages, o.website, p.statement
  FROM organization o LEFT JOIN seeker_profile p ON p.organization_id = o.id
  WHERE o.id = $1`;

/** Organizations with a need in the catalogue: what they are for everybody, who they are for members. */
@Injectable()
export class SeekersQueries {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly organizations: OrganizationsQueries,
  ) {}

  /** @throws DomainError not found for one without a published need, but to those who see the organization in full. */
  async one(organizationId: string, actor: Actor): Promise<SeekerView> {
    const [row] = await this.uow.query<SeekerView>(SEEKER, [organizationId]);
    if (!row) throw notFound('seeker');
    const inFull = sightOf(actor, await this.organizations.facts(organizationId, actor)) === 'full';
    if (!inFull && row.needs === 0) throw notFound('seeker');
    if (inFull || takesPart(actor)) return row;
    const { id, country, type, level, sectors, needs, isExample, version } = row;
    return { id, country, type, level, sectors, needs, isExample, version };
  }
}
