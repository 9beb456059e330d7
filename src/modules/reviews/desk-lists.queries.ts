import { Injectable } from '@nestjs/common';
import { isAdministrator, isAuditor, type PersonActor } from '../../kernel/actor.js';
import { decodeCursor, type Page, pageOf } from '../../kernel/pagination.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { PageQuery } from '../../platform/http/index.js';
import type { ListingKind } from '../listings/index.js';
import type { OrganizationLevel, OrganizationStanding } from '../organizations/index.js';
import { Rules } from '../rules/index.js';
import { renewalDays, waitingForDueDiligence } from '../verification/index.js';

/** A listing as a desk lists it: from inside, so that the owner is named. */
export interface DeskListing {
  id: string;
  reference: string;
  kind: ListingKind;
  title: string;
  language: string;
  ownerCountry: string;
  owner: string;
}

export interface EndingListing extends DeskListing {
  expiresAt: Date;
}

export interface DeskEndorsement extends DeskListing {
  endorsementId: string;
  institution: string;
  on: string;
  until: string | null;
}

/** What of an organization may wait at a desk: its first check, papers, and with administrators due diligence as a whole. */
export const DESK_WAITS = ['check', 'papers', 'due-diligence'] as const;
export type DeskWait = (typeof DESK_WAITS)[number];

export interface DeskOrganization {
  id: string;
  reference: string;
  legalName: string;
  country: string;
  type: string;
  level: OrganizationLevel;
  standing: OrganizationStanding;
  held: boolean;
  /** Papers that nobody has decided on, and since when the first waits. */
  papers: number;
  papersSince: Date | null;
  /** Since when all papers of due diligence have been accepted, and administrators have to decide. */
  dueDiligenceSince: Date | null;
}

const LISTING = `l.id, l.reference, l.kind, r.content->>'title' AS title, r.language, l.owner_country AS "ownerCountry", o.legal_name AS owner`;
const TABLES = `JOIN organization o ON o.id = l.organization_id
  JOIN listing_revision r ON r.listing_id = l.id AND r.revision = coalesce(l.published_revision, l.latest_revision)`;
/** By its owner's country, or because a centre of its facility reviews it. */
const LOOKED_AFTER = '(l.owner_country = ANY($2) OR l.review_country = ANY($2))';
const seesAll = (actor: PersonActor): boolean => isAdministrator(actor) || isAuditor(actor);

/** What a desk keeps an eye on, of the countries it serves. */
@Injectable()
export class DeskListsQueries {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rules: Rules,
  ) {}

  /** Listings that end soon, the first to end first. */
  async expiring(actor: PersonActor, { limit, after }: PageQuery): Promise<Page<EndingListing>> {
    const [at, id] = after === undefined ? [null, null] : decodeCursor(after, ['time', 'id']);
    const rows = await this.uow.query<EndingListing & { cursor: string }>(
      `SELECT ${LISTING}, l.expires_at AS "expiresAt", l.expires_at::text AS cursor FROM listing l ${TABLES}
       WHERE l.state = 'expiring' AND ($1 OR ${LOOKED_AFTER}) AND ($3::timestamptz IS NULL OR (l.expires_at, l.id) > ($3, $4::uuid))
       ORDER BY l.expires_at, l.id LIMIT $5`,
      [seesAll(actor), actor.officerOf, at, id, limit + 1],
    );
    return pageOf(rows, limit, (row) => [row.cursor, row.id]);
  }

  /** Endorsements in force: the first to end first, those without an end last. */
  async endorsements(actor: PersonActor, { limit, after }: PageQuery): Promise<Page<DeskEndorsement>> {
    const [until, id] = after === undefined ? [null, null] : decodeCursor(after, ['text', 'id']);
    const rows = await this.uow.query<DeskEndorsement & { cursor: string }>(
      `SELECT ${LISTING}, e.id AS "endorsementId", e.institution, e.endorsed_on::text AS "on", e.expires_on::text AS until,
              coalesce(e.expires_on::text, 'none') AS cursor
       FROM listing_endorsement e JOIN listing l ON l.id = e.listing_id ${TABLES}
       WHERE e.withdrawn_at IS NULL AND coalesce(e.expires_on >= (gate_now() AT TIME ZONE 'UTC')::date, true) AND ($1 OR ${LOOKED_AFTER})
         AND ($3::text IS NULL OR (coalesce(e.expires_on::text, 'none'), e.id) > ($3, $4::uuid))
       ORDER BY coalesce(e.expires_on::text, 'none'), e.id LIMIT $5`,
      [seesAll(actor), actor.officerOf, until, id, limit + 1],
    );
    return pageOf(rows, limit, (row) => [row.cursor, row.endorsementId]);
  }

  /** Organizations of her countries: the newest first, or of those that wait the oldest. */
  async organizations(
    actor: PersonActor,
    { waiting, limit, after }: PageQuery & { waiting?: DeskWait | undefined },
  ): Promise<Page<DeskOrganization>> {
    const [number] = after === undefined ? [null] : decodeCursor(after, ['int']);
    const [order, beyond] = waiting ? ['ASC', '>'] : ['DESC', '<'];
    const rows = await this.uow.query<DeskOrganization & { number: number }>(
      `SELECT o.id, o.number, o.reference, o.legal_name AS "legalName", o.country, o.type, o.level, o.standing, o.held, p.papers, p.since AS "papersSince", d.since AS "dueDiligenceSince"
       FROM organization o CROSS JOIN LATERAL (SELECT count(*)::int AS papers, min(d.uploaded_at) AS since FROM organization_document d
         WHERE d.organization_id = o.id AND d.outcome IS NULL) p
       LEFT JOIN (${waitingForDueDiligence('$6')}) d ON d.id = o.id
       WHERE ($1 OR o.country = ANY($2)) AND ($3::integer IS NULL OR o.number ${beyond} $3)
         AND ($4::text IS NULL OR ($4 = 'check' AND o.level = 'registered' AND o.standing = 'good') OR ($4 = 'papers' AND p.papers > 0)
           OR ($4 = 'due-diligence' AND d.since IS NOT NULL))
       ORDER BY o.number ${order} LIMIT $5`,
      [seesAll(actor), actor.officerOf, number, waiting ?? null, limit + 1, await this.rules.get(renewalDays)],
    );
    const page = pageOf(rows, limit, (row) => [row.number]);
    return { ...page, items: page.items.map(({ number: _, ...item }) => item) };
  }

  /** The listing with this reference or id, where the desk serves its owner's country; null otherwise. */
  async find(actor: PersonActor, reference: string): Promise<string | null> {
    const [row] = await this.uow.query<{ id: string }>(
      `SELECT l.id FROM listing l WHERE (l.reference = upper($3) OR l.id::text = lower($3)) AND ($1 OR l.owner_country = ANY($2))
         AND (l.state <> 'draft' OR l.on_behalf)`,
      [seesAll(actor), actor.officerOf, reference],
    );
    return row?.id ?? null;
  }
}
