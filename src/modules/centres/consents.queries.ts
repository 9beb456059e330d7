import { Injectable } from '@nestjs/common';
import type { Actor, PersonActor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/errors.js';
import { decodeCursor, type Page, pageOf } from '../../kernel/pagination.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Consents, type ConsentScope, OrganizationsQueries, requireSight } from '../organizations/index.js';
import type { PageQuery } from '../../platform/http/index.js';
import type { ConsentView, DueConsent } from './consents.schemas.js';

type Row = Omit<ConsentView, 'recordedAt' | 'endedAt'> & { organizationId: string; recordedAt: Date; endedAt: Date | null };

const COLUMNS = `id, organization_id AS "organizationId", kind, given_on::text AS "givenOn", valid_until::text AS until, scopes,
  jsonb_build_object('name', person_name, 'position', person_position, 'phone', person_phone) AS person,
  CASE WHEN ending IS NOT NULL THEN ending WHEN valid_until < (gate_now() AT TIME ZONE 'UTC')::date THEN 'lapsed' ELSE 'in-force' END AS state,
  recorded_by AS "recordedBy", (SELECT jsonb_build_object('name', f.name, 'type', f.type, 'bytes', f.bytes) FROM stored_file f WHERE f.id = file_id) AS form,
  recorded_at AS "recordedAt", ended_at AS "endedAt"`;

/** Consents for those who keep them, the members of the organization, and auditors. */
/** Whose list of consents it is. */
export const servesADesk = (actor: PersonActor): boolean => actor.officerOf.length > 0 || actor.administrator || actor.auditor;

@Injectable()
export class ConsentsQueries {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly consents: Consents,
    private readonly organizations: OrganizationsQueries,
    private readonly audit: AuditLog,
  ) {}

  /** All of an organization, the newest first: there are few. A reading by office is audited. @throws DomainError 404, 403. */
  async list(actor: Actor, organizationId: string): Promise<{ inForce: ConsentScope[]; items: ConsentView[] }> {
    const facts = await this.organizations.facts(organizationId, actor);
    requireSight(actor, facts, 'full');
    if (facts.role === null)
      await this.uow.run(() => this.audit.record(actor, { action: 'consent.read', subject: { type: 'organization', id: organizationId } }));
    const rows = await this.uow.query<Row>(`SELECT ${COLUMNS} FROM consent WHERE organization_id = $1 ORDER BY recorded_at DESC, id DESC`, [
      organizationId,
    ]);
    return { inForce: await this.consents.inForce(organizationId), items: rows.map(present) };
  }

  /** In force in the countries an actor serves, the next to end first; of an administrator or auditor, everywhere. Names nobody. */
  async due(actor: PersonActor, { limit, after }: PageQuery): Promise<Page<DueConsent>> {
    const [until = null, last = null] = after === undefined ? [] : decodeCursor(after, ['text', 'id']);
    const rows = await this.uow.query<DueConsent>(
      `SELECT c.id, c.kind, c.scopes, c.given_on::text AS "givenOn", c.valid_until::text AS until,
         json_build_object('id', o.id, 'reference', o.reference, 'legalName', o.legal_name, 'country', o.country) AS organization
       FROM consent c JOIN organization o ON o.id = c.organization_id
       WHERE c.ended_at IS NULL AND c.valid_until >= (gate_now() AT TIME ZONE 'UTC')::date AND ($1 OR o.country = ANY($2))
         AND ($3::text IS NULL OR (c.valid_until::text, c.id) > ($3, $4::uuid))
       ORDER BY c.valid_until::text, c.id LIMIT $5`,
      [actor.administrator || actor.auditor, actor.officerOf, until, last, limit + 1],
    );
    return pageOf(rows, limit, (row) => [row.until, row.id]);
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
