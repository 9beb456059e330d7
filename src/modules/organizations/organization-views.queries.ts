import { Inject, Injectable } from '@nestjs/common';
import { type Actor, type MemberRole, type PersonActor, personIdOf } from '../../kernel/actor.js';
import { notFound } from '../../kernel/errors.js';
import { type Page, decodeCursor, pageOf } from '../../kernel/pagination.js';
import { CONFIG, type AppConfig } from '../../platform/config/config.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { allowedTransitions } from './organization.lifecycle.js';
import type { OrganizationEntity } from './organization.entity.js';
import { rolesTowards, sightOf, takesPart } from './organization.policy.js';
import { levelGivesSql, nextLevel, rightsOf } from './organization.rights.js';
import type { OrganizationView, OrganizationsQuery } from './organizations.schemas.js';

const COLUMNS = `o.id, o.number, o.reference, o.legal_name AS "legalName", o.country, o.type, o.languages, o.size, o.website, o.level, o.standing, o.held,
  o.is_example AS "isExample", o.entered_by AS "enteredBy", o.version,
  NOT EXISTS (SELECT FROM membership x WHERE x.organization_id = o.id) AS custodial, EXISTS (SELECT FROM membership x JOIN person y ON y.id = x.person_id
    AND y.disabled_at IS NULL WHERE x.organization_id = o.id AND x.role = 'manager') AS managed, m.role, o.decision_reason AS "decisionReason", o.decision_note AS "decisionNote",
  o.contact_person_id AS "contactPersonId", o.submit_by_managers_only AS "submitByManagersOnly", o.created_at AS "createdAt"`;

type Row = Omit<OrganizationEntity, 'createdBy'> & { role: MemberRole | null; custodial: boolean; managed: boolean };

/** Organizations as a reader may see them: her own and those she serves in full, the others at level 1. */
@Injectable()
export class OrganizationViewsQueries {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  /** @throws DomainError not found when the reader may not know of it. */
  async one(id: string, actor: Actor): Promise<OrganizationView> {
    const [row] = await this.uow.query<Row>(
      `SELECT ${COLUMNS} FROM organization o LEFT JOIN membership m ON m.organization_id = o.id AND m.person_id = $2 WHERE o.id = $1`,
      [id, personIdOf(actor)],
    );
    const sight = row ? sightOf(actor, row) : 'none';
    if (!row || sight === 'none' || (sight === 'members' && row.isExample && !this.config.examples)) throw notFound('organization');
    return present(row, actor);
  }

  /** Newest first. `mine` gives those she belongs to, `kept` those of her countries that have no user; otherwise the rule of organization.policy.ts (sightOf), said in SQL. */
  async list(
    actor: PersonActor,
    { mine, kept, country, type, level, standing, limit, after }: OrganizationsQuery,
  ): Promise<Page<OrganizationView>> {
    const before = after === undefined ? null : decodeCursor(after, ['int'])[0];
    const rows = await this.uow.query<Row>(
      `SELECT ${COLUMNS} FROM organization o
       LEFT JOIN membership m ON m.organization_id = o.id AND m.person_id = $1 AND ($2::uuid IS NULL OR m.organization_id = $2)
       WHERE (m.person_id IS NOT NULL OR NOT $3 AND ($4 OR o.country = ANY($5)
           OR ($6 AND o.standing = 'good' AND ${levelGivesSql('o.level', 'be-listed')} AND (NOT o.is_example OR $7))))
         AND ($8::integer IS NULL OR o.number < $8) AND ($9::text IS NULL OR o.country = $9) AND ($10::text IS NULL OR o.type = $10)
         AND ($11::text IS NULL OR o.level = $11) AND ($12::text IS NULL OR o.standing = $12)
         AND (NOT $13 OR (($4 OR o.country = ANY($5)) AND NOT EXISTS (SELECT FROM membership x WHERE x.organization_id = o.id)))
       ORDER BY o.number DESC LIMIT $14`,
      [
        actor.personId,
        actor.keyId === null ? null : (actor.organization?.id ?? NOBODY),
        mine ?? false,
        actor.administrator || actor.auditor,
        actor.officerOf,
        takesPart(actor),
        this.config.examples,
        before,
        country ?? null,
        type ?? null,
        level ?? null,
        standing ?? null,
        kept ?? false,
        limit + 1,
      ],
    );
    const { items, next } = pageOf(rows, limit, (row) => [row.number]);
    return { items: items.map((row) => present(row, actor)), next };
  }
}

/** A key that is bound to no organization shows none as its holder's own. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

function present(row: Row, actor: Actor): OrganizationView {
  const { id, reference, legalName, country, type, languages, size, website, level, standing, isExample, enteredBy, version } = row;
  const shown = { id, reference, legalName, country, type, languages, size, website, level, standing, isExample, enteredBy, version };
  if (sightOf(actor, row) !== 'full') return { ...shown, role: null, allowed: [] };
  const { role, custodial, managed, held, decisionReason, decisionNote, contactPersonId, submitByManagersOnly } = row;
  const allowed = allowedTransitions(row, rolesTowards(actor, row));
  return {
    ...shown,
    role,
    custodial,
    managed,
    held,
    decisionReason,
    decisionNote,
    contactPersonId,
    submitByManagersOnly,
    rights: rightsOf(row),
    next: nextLevel(level),
    createdAt: row.createdAt.toISOString(),
    allowed,
  };
}
