import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/errors.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Consents, type ConsentScope, OrganizationsQueries, requireSight } from '../organizations/index.js';
import type { ConsentView } from './consents.schemas.js';

type Row = Omit<ConsentView, 'recordedAt' | 'endedAt'> & { organizationId: string; recordedAt: Date; endedAt: Date | null };

const COLUMNS = `id, organization_id AS "organizationId", kind, given_on::text AS "givenOn", valid_until::text AS until, scopes,
  jsonb_build_object('name', person_name, 'position', person_position, 'phone', person_phone) AS person,
  CASE WHEN ending IS NOT NULL THEN ending WHEN valid_until < (gate_now() AT TIME ZONE 'UTC')::date THEN 'lapsed' ELSE 'in-force' END AS state,
  recorded_by AS "recordedBy", recorded_at AS "recordedAt", ended_at AS "endedAt"`;

/** Consents for those who keep them, the members of the organization, and auditors. */
@Injectable()
export class ConsentsQueries {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly consents: Consents,
    private readonly organizations: OrganizationsQueries,
  ) {}

  /** All of an organization, the newest first: there are few. @throws DomainError 404, 403. */
  async list(actor: Actor, organizationId: string): Promise<{ inForce: ConsentScope[]; items: ConsentView[] }> {
    requireSight(actor, await this.organizations.facts(organizationId, actor), 'full');
    const rows = await this.uow.query<Row>(`SELECT ${COLUMNS} FROM consent WHERE organization_id = $1 ORDER BY recorded_at DESC, id DESC`, [
      organizationId,
    ]);
    return { inForce: await this.consents.inForce(organizationId), items: rows.map(present) };
  }

  /** @throws DomainError 404, 403. */
  async one(actor: Actor, id: string): Promise<ConsentView> {
    const [row] = await this.uow.query<Row>(`SELECT ${COLUMNS} FROM consent WHERE id = $1`, [id]);
    if (!row) throw notFound('consent');
    requireSight(actor, await this.organizations.facts(row.organizationId, actor), 'full');
    return present(row);
  }
}

const present = ({ organizationId: _, recordedAt, endedAt, ...row }: Row): ConsentView => ({
  ...row,
  recordedAt: recordedAt.toISOString(),
  endedAt: endedAt?.toISOString() ?? null,
});
