import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/errors.js';
import { type Page, decodeCursor, pageOf } from '../../kernel/pagination.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { OrganizationsQueries, sightOf, takesPart } from '../organizations/index.js';
import type { ProvidersQuery, ProviderView } from './providers.schemas.js';

type Row = Required<ProviderView> & { number: number };

// Offers whose owner is hidden do not count: a list of one country could give the name away.
const PROVIDERS = `
  SELECT o.id, o.number, o.country, o.type, o.level, coalesce(p.sectors, '{}') AS sectors, coalesce(p.serves, '{}') AS serves,
         jsonb_build_object('technology', n.technology, 'solution', n.solution, 'financing', n.financing) AS offers,
         o.is_example AS "isExample", coalesce(p.version, 0) AS version,
         o.reference, o.legal_name AS "legalName", o.languages, o.website, p.statement
  FROM organization o
  LEFT JOIN provider_profile p ON p.organization_id = o.id
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE c.kind = 'technology') AS technology, count(*) FILTER (WHERE c.kind = 'solution') AS solution,
           count(*) FILTER (WHERE c.kind = 'financing') AS financing
    FROM catalogue_listing c WHERE c.organization_id = o.id AND c.kind <> 'need' AND NOT c.anonymous
  ) n`;

/** Organizations with an offer in the catalogue: what they are for everybody, who they are for members. */
@Injectable()
export class ProvidersQueries {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly organizations: OrganizationsQueries,
  ) {}

  /** The latest registered first. */
  async list(actor: Actor, { country, type, kind, limit, after }: ProvidersQuery): Promise<Page<ProviderView>> {
    const before = after === undefined ? null : decodeCursor(after, ['int'])[0];
    const rows = await this.uow.query<Row>(
      `${PROVIDERS}
       WHERE ($1::integer IS NULL OR o.number < $1) AND ($2::text IS NULL OR o.country = $2) AND ($3::text IS NULL OR o.type = $3)
         AND CASE $4::text WHEN 'technology' THEN n.technology WHEN 'solution' THEN n.solution WHEN 'financing' THEN n.financing
               ELSE n.technology + n.solution + n.financing END > 0
       ORDER BY o.number DESC LIMIT $5`,
      [before, country ?? null, type ?? null, kind ?? null, limit + 1],
    );
    const { items, next } = pageOf(rows, limit, (row) => [row.number]);
    return { items: items.map((row) => present(row, takesPart(actor))), next };
  }

  /** The places an organization says it works for; empty: no restriction. */
  async serves(organizationId: string): Promise<string[]> {
    const rows = await this.uow.query<{ serves: string[] }>('SELECT serves FROM provider_profile WHERE organization_id = $1', [
      organizationId,
    ]);
    return rows[0]?.serves ?? [];
  }

  /** @throws DomainError not found for one without a published offer, but to those who see the organization in full. */
  async one(organizationId: string, actor: Actor): Promise<ProviderView> {
    const [row] = await this.uow.query<Row>(`${PROVIDERS} WHERE o.id = $1`, [organizationId]);
    if (!row) throw notFound('provider');
    const inFull = sightOf(actor, await this.organizations.facts(organizationId, actor)) === 'full';
    if (!inFull && !offersAny(row)) throw notFound('provider');
    return present(row, inFull || takesPart(actor));
  }
}

const offersAny = ({ offers }: ProviderView): boolean => offers.technology + offers.solution + offers.financing > 0;

function present({ number: _order, ...row }: Row, asMember: boolean): ProviderView {
  if (asMember) return row;
  const { id, country, type, level, sectors, serves, offers, isExample, version } = row;
  return { id, country, type, level, sectors, serves, offers, isExample, version };
}
