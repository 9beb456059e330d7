import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { ListingKind } from './content.schemas.js';
import { closedFields } from './field-levels.js';
import type { ListingState, PendingState } from './listing.lifecycle.js';
import { ListingKinds, type AnyContent } from './listing-kinds.js';
import type { PublishedListing } from './published-listing.js';

const PUBLISHED = `
  SELECT c.id, c.reference, c.kind, c.revision, c.language, c.anonymous, c.is_example AS "isExample",
         c.published_at AS "publishedAt", c.assured_at AS "assuredAt", c.expires_at AS "expiresAt",
         (SELECT l.filled_lots FROM listing l WHERE l.id = c.id) AS "filledLots",
         json_build_object('id', c.organization_id, 'country', c.owner_country, 'type', c.owner_type, 'level', c.owner_level) AS owner,
         r.content
  FROM catalogue_listing c JOIN listing_revision r ON r.listing_id = c.id AND r.revision = c.revision`;

/** What an introduction and its notices need to know of a listing, whatever its state. */
export interface ListingCard {
  id: string;
  reference: string;
  kind: PublishedListing['kind'];
  state: string;
  organizationId: string;
  ownerCountry: string;
  anonymous: boolean;
  /** Level 0, of the published revision or, before that, the latest. */
  title: string;
  language: string;
  publishedRevision: number | null;
  createdBy: string | null;
  submittedBy: string | null;
  contactPersonId: string | null;
  expiresAt: Date | null;
  inCatalogue: boolean;
}

/** Another listing of the same organization, with its latest words. */
export interface SisterListing {
  id: string;
  reference: string;
  kind: PublishedListing['kind'];
  state: string;
  language: string;
  title: string;
  teaser: string | null;
  description: string | null;
}

/** How many of an organization's listings stand where. */
export interface StandingCount {
  state: ListingState;
  pendingState: PendingState | null;
  count: number;
}

/** Questions other modules ask about listings. */
@Injectable()
export class ListingsQueries {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly kinds: ListingKinds,
  ) {}

  /** Those of the ids that are in the catalogue now, by id. A missing one is no longer in it. */
  async published(ids: readonly string[]): Promise<PublishedListing[]> {
    if (ids.length === 0) return [];
    return this.read('c.id = ANY($1) ORDER BY c.id', [ids]);
  }

  /** The whole catalogue in slices by id: pass the last id of the slice before, null for the first; a short slice is the last. */
  allPublished(afterId: string | null, limit: number): Promise<PublishedListing[]> {
    return this.read('($1::uuid IS NULL OR c.id > $1) ORDER BY c.id LIMIT $2', [afterId, limit]);
  }

  /** Listings of any state, those that exist, by id. */
  async cards(ids: readonly string[]): Promise<ListingCard[]> {
    if (ids.length === 0) return [];
    return this.uow.query<ListingCard>(
      `SELECT l.id, l.reference, l.kind, l.state, l.organization_id AS "organizationId", l.owner_country AS "ownerCountry", l.anonymous,
              r.content->>'title' AS title, l.language, l.published_revision AS "publishedRevision", l.created_by AS "createdBy",
              l.submitted_by AS "submittedBy", coalesce(l.contact_person_id, CASE WHEN NOT l.on_behalf THEN l.submitted_by END, o.contact_person_id) AS "contactPersonId",
              l.expires_at AS "expiresAt", EXISTS (SELECT FROM catalogue_listing c WHERE c.id = l.id) AS "inCatalogue"
       FROM listing l
       JOIN organization o ON o.id = l.organization_id
       JOIN listing_revision r ON r.listing_id = l.id AND r.revision = coalesce(l.published_revision, l.latest_revision)
       WHERE l.id = ANY($1) ORDER BY l.id`,
      [ids],
    );
  }

  /** The id behind a reference, or null. */
  async idOf(reference: string): Promise<string | null> {
    const [row] = await this.uow.query<{ id: string }>('SELECT id FROM listing WHERE reference = $1', [reference]);
    return row?.id ?? null;
  }

  /** The organization's other listings of a kind that have not ended. For those who see it from inside. */
  sisters(organizationId: string, kind: ListingKind, without: string): Promise<SisterListing[]> {
    return this.uow.query<SisterListing>(
      `SELECT l.id, l.reference, l.kind, l.state, r.language, r.content->>'title' AS title, r.content->>'teaser' AS teaser,
              r.content->>'description' AS description
       FROM listing l JOIN listing_revision r ON r.listing_id = l.id AND r.revision = l.latest_revision
       WHERE l.organization_id = $1 AND l.kind = $2 AND l.id <> $3 AND l.state NOT IN ('withdrawn', 'archived', 'rejected', 'fulfilled')
       ORDER BY l.created_at DESC LIMIT 500`,
      [organizationId, kind, without],
    );
  }

  /** Where the organization's listings stand, counted. For those who see them from inside. */
  standing(organizationId: string): Promise<StandingCount[]> {
    return this.uow.query<StandingCount>(
      `SELECT state, pending_state AS "pendingState", count(*)::int AS count FROM listing WHERE organization_id = $1
       GROUP BY state, pending_state ORDER BY state, pending_state`,
      [organizationId],
    );
  }

  /** The content of one revision, or null; for comparing what a yes was given to with what is published now. */
  async content(listingId: string, revision: number): Promise<unknown> {
    const [row] = await this.uow.query<{ content: unknown }>(
      'SELECT content FROM listing_revision WHERE listing_id = $1 AND revision = $2',
      [listingId, revision],
    );
    return row?.content ?? null;
  }

  private async read(where: string, values: unknown[]): Promise<PublishedListing[]> {
    const rows = await this.uow.query<Omit<PublishedListing, 'closed'> & { content: AnyContent }>(`${PUBLISHED} WHERE ${where}`, values);
    return rows.map((row) => ({ ...row, closed: closedFields(row.content, this.kinds.of(row.kind).groups, 1) }));
  }
}
