import { Injectable } from '@nestjs/common';
import type { QueryDeepPartialEntity } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { OrganizationBrief } from '../organizations/index.js';
import { forFacility } from '../rules/index.js';
import { UNCLAIMED } from './claim.js';
import type { ListingKind } from './content.schemas.js';
import type { AnyContent } from './listing-kinds.js';
import { ListingRevisionEntity } from './listing-revision.entity.js';
import { ListingEntity } from './listing.entity.js';
import { isLive, type ReviewStage } from './listing.lifecycle.js';
import { underReviewSql } from './under-review.js';

/** A revision with its content as the kind's schema checked it. */
export type ListingRevision = Omit<ListingRevisionEntity, 'content'> & { content: AnyContent };

export interface NewListingRow {
  id: string;
  prefix: string;
  kind: ListingKind;
  organizationId: string;
  ownerCountry: string;
  country: string;
  language: string;
  personId: string | null;
  externalKey: string | null;
  anonymous: boolean;
  isExample: boolean;
  onBehalf: boolean;
  content: AnyContent;
}

export interface CreatedListing {
  id: string;
  reference: string;
  externalKey: string | null;
}

export interface LockedDraft {
  id: string;
  reference: string;
  kind: ListingKind;
  externalKey: string | null;
  createdBy: string | null;
  editedBy: string | null;
  revision: number;
  language: string;
  content: AnyContent;
}

/** Every statement that loads listings for writing, or writes them. */
@Injectable()
export class ListingRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** One transaction of whatever is done to listings; joins the one that is open. */
  inUnit<T>(work: () => Promise<T>): Promise<T> {
    return this.uow.run(work);
  }

  /** All changes of a listing queue up behind its row. Null: there is none of these kinds. */
  async lock(id: string, kinds: readonly ListingKind[]): Promise<ListingEntity | null> {
    const row = await this.uow.manager.findOne(ListingEntity, { where: { id }, lock: { mode: 'for_no_key_update' } });
    return row && kinds.includes(row.kind) ? row : null;
  }

  async isInCatalogue(id: string): Promise<boolean> {
    const rows = await this.uow.query('SELECT FROM catalogue_listing WHERE id = $1', [id]);
    return rows.length > 0;
  }

  /**
   * The owner, held as it is until the commit. Whatever lets a listing into the catalogue takes this first: otherwise a suspension at the same
   * moment would not see the listing and nobody would take it out again.
   */
  async holdOwner(organizationId: string): Promise<OrganizationBrief> {
    const [owner] = await this.uow.query<OrganizationBrief>(
      `SELECT id, reference, legal_name AS "legalName", country, type, level, standing, languages, is_example AS "isExample", held
       FROM organization WHERE id = $1 FOR SHARE`,
      [organizationId],
    );
    if (!owner) throw new Error(`organization ${organizationId} is gone`);
    return owner;
  }

  /** Writes the changes, raises the version, and keeps the row in step. */
  async update(row: ListingEntity, changes: QueryDeepPartialEntity<ListingEntity>): Promise<void> {
    await this.uow.manager.update(ListingEntity, { id: row.id }, { ...changes, version: row.version + 1, updatedAt: () => 'gate_now()' });
    row.version += 1;
  }

  async revision(listingId: string, revision: number): Promise<ListingRevision> {
    const found = await this.uow.manager.findOneByOrFail(ListingRevisionEntity, { listingId, revision });
    return found as ListingRevision;
  }

  async findRevision(listingId: string, revision: number): Promise<ListingRevision | null> {
    return (await this.uow.manager.findOneBy(ListingRevisionEntity, { listingId, revision })) as ListingRevision | null;
  }

  /** The revision that reviewers look at: the one that waits beside a published one, otherwise the latest. */
  underReview(row: ListingEntity): Promise<ListingRevision> {
    return this.revision(row.id, row.pendingRevision ?? row.latestRevision);
  }

  /** Puts the listing, or the revision that waits beside its published one, before a desk; its time there begins. */
  async enterStage(
    row: ListingEntity,
    stage: ReviewStage,
    reviewDue: Date,
    more: QueryDeepPartialEntity<ListingEntity> = {},
  ): Promise<void> {
    const place = row.pendingState !== null && isLive(row.state) ? { pendingState: stage } : { state: stage };
    await this.update(row, { ...place, reviewSince: () => 'gate_now()', reviewDue, reviewReminded: false, ...UNCLAIMED, ...more });
  }

  /** All that waits before a desk, the longest-waiting first. */
  async idsUnderReview(): Promise<string[]> {
    const rows = await this.uow.query<{ id: string }>(`SELECT id FROM listing l WHERE ${underReviewSql('l')} ORDER BY review_since, id`);
    return rows.map(({ id }) => id);
  }

  /** The row, locked; null when somebody is writing it at the moment. */
  lockFree(id: string): Promise<ListingEntity | null> {
    return this.uow.manager.findOne(ListingEntity, { where: { id }, lock: { mode: 'for_no_key_update', onLocked: 'skip_locked' } });
  }

  /** Those at the desk have been reminded. No change that anybody who edits would have to read first. */
  async markReminded(id: string): Promise<void> {
    await this.uow.query('UPDATE listing SET review_reminded = true WHERE id = $1', [id]);
  }

  /** A reviewer takes it on, or nobody does. No change that anybody who edits would have to read first. */
  async claim(id: string, personId: string | null): Promise<void> {
    await this.uow.query(
      'UPDATE listing SET claimed_by = $2, claimed_at = CASE WHEN $2::uuid IS NULL THEN NULL ELSE gate_now() END WHERE id = $1',
      [id, personId],
    );
  }

  /** What somebody took on and has let lie for longer than she keeps it is nobody's again. @param hours the rule for a statement */
  async endClaims(hours: [all: string, own: string]): Promise<void> {
    await this.uow.query(
      `UPDATE listing l SET claimed_by = NULL, claimed_at = NULL
       WHERE l.claimed_at <= gate_now() - make_interval(hours => ${forFacility('l.facility')}::integer)`,
      hours,
    );
  }

  /** Who may sit at the global desk. */
  async administrators(): Promise<string[]> {
    const rows = await this.uow.query<{ id: string }>('SELECT id FROM person WHERE administrator AND disabled_at IS NULL ORDER BY id');
    return rows.map(({ id }) => id);
  }

  /** Whether the owner keeps submitting to its managers; one without users has none, and its desk submits. */
  async managersSubmit(organizationId: string): Promise<boolean> {
    const rows = await this.uow.query(
      'SELECT FROM organization o WHERE id = $1 AND submit_by_managers_only AND EXISTS (SELECT FROM membership m WHERE m.organization_id = o.id)',
      [organizationId],
    );
    return rows.length > 0;
  }

  /** Who has approved a revision so far. */
  async approversOf(listingId: string, revision: number): Promise<string[]> {
    const rows = await this.uow.query<{ id: string }>(
      `SELECT reviewer_id AS id FROM review_decision WHERE listing_id = $1 AND revision = $2 AND decision = 'approve'`,
      [listingId, revision],
    );
    return rows.map(({ id }) => id);
  }

  async addRevision(revision: Pick<ListingRevision, 'listingId' | 'revision' | 'language' | 'content' | 'editedBy'>): Promise<void> {
    await this.uow.manager.insert(ListingRevisionEntity, revision);
  }

  async changeRevision({ listingId, revision }: ListingRevision, changes: QueryDeepPartialEntity<ListingRevisionEntity>): Promise<void> {
    await this.uow.manager.update(ListingRevisionEntity, { listingId, revision }, changes);
  }

  /** New drafts with their first revision. Those whose external key the owner has used before are left out of the answer, and unchanged. */
  async insert(rows: readonly NewListingRow[]): Promise<CreatedListing[]> {
    const created = await this.uow.query<CreatedListing>(
      `INSERT INTO listing (id, reference, kind, organization_id, owner_country, country, language, created_by, external_key, anonymous, is_example,
         on_behalf)
       SELECT n.id, next_listing_reference(n.prefix, n."ownerCountry"), n.kind, n."organizationId", n."ownerCountry", n.country, n.language,
              n."personId", n."externalKey", n.anonymous, n."isExample", n."onBehalf"
       FROM jsonb_to_recordset($1::jsonb) AS n (id uuid, prefix text, kind text, "organizationId" uuid, "ownerCountry" text, country text,
              language text, "personId" uuid, "externalKey" text, anonymous boolean, "isExample" boolean, "onBehalf" boolean)
       WHERE n."externalKey" IS NULL
          OR NOT EXISTS (SELECT FROM listing l WHERE l.organization_id = n."organizationId" AND l.external_key = n."externalKey")
       ON CONFLICT (organization_id, external_key) DO NOTHING
       RETURNING id, reference, external_key AS "externalKey"`,
      [JSON.stringify(rows.map(({ content: _, ...row }) => row))],
    );
    const ids = new Set(created.map(({ id }) => id));
    await this.uow.query(
      `INSERT INTO listing_revision (listing_id, revision, language, content, edited_by)
       SELECT n.id, 1, n.language, n.content, n."personId"
       FROM jsonb_to_recordset($1::jsonb) AS n (id uuid, language text, content jsonb, "personId" uuid)`,
      [
        JSON.stringify(
          rows.filter(({ id }) => ids.has(id)).map(({ id, language, content, personId }) => ({ id, language, content, personId })),
        ),
      ],
    );
    return created;
  }

  /** Ids of the drafts under these keys that are still as an import left them. */
  async importedDrafts(organizationId: string, externalKeys: readonly string[]): Promise<string[]> {
    const rows = await this.uow.query<{ id: string }>(
      `SELECT l.id FROM listing l JOIN listing_revision r ON r.listing_id = l.id AND r.revision = l.latest_revision
       WHERE l.organization_id = $1 AND l.external_key = ANY($2) AND l.state = 'draft' AND l.created_by IS NULL AND r.edited_by IS NULL`,
      [organizationId, externalKeys],
    );
    return rows.map(({ id }) => id);
  }

  /** The drafts among these listings of one owner, locked, with their latest revision. */
  lockDrafts(organizationId: string, ids: readonly string[]): Promise<LockedDraft[]> {
    return this.uow.query<LockedDraft>(
      `SELECT l.id, l.reference, l.kind, l.external_key AS "externalKey", l.created_by AS "createdBy", r.edited_by AS "editedBy", r.revision, r.language,
              r.content
       FROM listing l JOIN listing_revision r ON r.listing_id = l.id AND r.revision = l.latest_revision
       WHERE l.organization_id = $1 AND l.id = ANY($2) AND l.state = 'draft' ORDER BY l.id FOR NO KEY UPDATE OF l`,
      [organizationId, ids],
    );
  }

  /** Closes revisions to edits, with the content as it was completed. */
  async submitMany(revisions: readonly { listingId: string; revision: number; content: AnyContent }[]): Promise<void> {
    await this.uow.query(
      `UPDATE listing_revision r SET content = n.content, submitted_at = gate_now()
       FROM jsonb_to_recordset($1::jsonb) AS n ("listingId" uuid, revision integer, content jsonb)
       WHERE r.listing_id = n."listingId" AND r.revision = n.revision`,
      [JSON.stringify(revisions.map(({ listingId, revision, content }) => ({ listingId, revision, content })))],
    );
  }
}
