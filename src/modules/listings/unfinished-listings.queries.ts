import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { ListingKind } from './content.schemas.js';

/** A listing with which its owner has something to do. */
export interface UnfinishedListing {
  id: string;
  kind: ListingKind;
  title: string | null;
  language: string;
  /** `renew`: it is paused unless it is confirmed, because matches have ended without an answer. */
  what: 'changes' | 'renew' | 'expiring' | 'draft';
  /** The last day to do it, or null where there is none. */
  until: Date | null;
}

/** How far an organization has come with its first listing. */
export interface ListingProgress {
  written: boolean;
  handedIn: boolean;
}

/** What waits for the owner of listings. */
@Injectable()
export class UnfinishedListings {
  constructor(private readonly uow: UnitOfWork) {}

  /** Those with changes to make, then what ends soonest, then drafts, the latest edited first. */
  of(organizationId: string): Promise<UnfinishedListing[]> {
    return this.uow.query<UnfinishedListing>(
      `WITH mine AS (
         SELECT l.id, l.kind, r.content->>'title' AS title, r.language, l.updated_at,
           CASE WHEN 'changes_requested' IN (l.state, l.pending_state) THEN 'changes'
                WHEN l.renew_by IS NOT NULL AND l.state IN ('published', 'expiring') THEN 'renew'
                WHEN l.state = 'expiring' THEN 'expiring'
                WHEN 'draft' IN (l.state, l.pending_state) THEN 'draft' END AS what,
           l.renew_by, l.expires_at
         FROM listing l JOIN listing_revision r ON r.listing_id = l.id AND r.revision = l.latest_revision WHERE l.organization_id = $1)
       SELECT id, kind, title, language, what, CASE what WHEN 'renew' THEN renew_by WHEN 'expiring' THEN expires_at END AS until
       FROM mine WHERE what IS NOT NULL
       ORDER BY array_position(ARRAY['changes', 'renew', 'expiring', 'draft'], what), until, updated_at DESC, id LIMIT 50`,
      [organizationId],
    );
  }

  async progress(organizationId: string): Promise<ListingProgress> {
    const [row] = await this.uow.query<ListingProgress>(
      `SELECT count(*) > 0 AS written, count(*) FILTER (WHERE submitted_at IS NOT NULL) > 0 AS "handedIn" FROM listing WHERE organization_id = $1`,
      [organizationId],
    );
    return row ?? { written: false, handedIn: false };
  }
}
