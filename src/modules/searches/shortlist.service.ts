import { Injectable } from '@nestjs/common';
import type { PersonActor } from '../../kernel/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { LISTING_KINDS, ListingViews, type PublicListing } from '../listings/index.js';
import { requireRoom } from './shortlist.policy.js';

/** What everybody may know of it; null once it is no longer in the catalogue. */
export interface Shortlisted {
  id: string;
  reference: string;
  addedAt: Date;
  listing: Omit<PublicListing, 'publishedAt'> | null;
}

/** The listings a person has set aside; nobody else sees them. */
@Injectable()
export class ShortlistService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly listings: ListingViews,
  ) {}

  /** The latest added first. */
  list({ personId }: PersonActor): Promise<Shortlisted[]> {
    return this.uow.query<Shortlisted>(
      `SELECT l.id, l.reference, e.added_at AS "addedAt",
              CASE WHEN c.id IS NOT NULL THEN json_build_object('id', c.id, 'reference', c.reference, 'kind', c.kind, 'country', c.country,
                'language', c.language, 'title', r.content->>'title', 'teaser', r.content->>'teaser', 'isExample', c.is_example) END AS listing
       FROM shortlist_entry e JOIN listing l ON l.id = e.listing_id
       LEFT JOIN catalogue_listing c ON c.id = l.id
       LEFT JOIN listing_revision r ON r.listing_id = c.id AND r.revision = c.revision
       WHERE e.person_id = $1 ORDER BY e.added_at DESC, l.id`,
      [personId],
    );
  }

  /** Adding it again changes nothing. @throws DomainError `listing.not-found` for what she may not see, `shortlist.full` (409). */
  async add(actor: PersonActor, listingId: string): Promise<void> {
    await this.listings.one(actor, listingId, LISTING_KINDS);
    await this.uow.run(async () => {
      await this.uow.query('SELECT FROM person WHERE id = $1 FOR NO KEY UPDATE', [actor.personId]);
      const entries = await this.uow.query<{ id: string }>('SELECT listing_id AS id FROM shortlist_entry WHERE person_id = $1', [
        actor.personId,
      ]);
      if (entries.some(({ id }) => id === listingId)) return;
      requireRoom(entries.length);
      await this.uow.query('INSERT INTO shortlist_entry (person_id, listing_id) VALUES ($1, $2)', [actor.personId, listingId]);
    });
  }

  /** Taking out what is not in it changes nothing. */
  async remove({ personId }: PersonActor, listingId: string): Promise<void> {
    await this.uow.query('DELETE FROM shortlist_entry WHERE person_id = $1 AND listing_id = $2', [personId, listingId]);
  }

  /** Some of them side by side, each as much as she may see; those that are gone are left out. */
  async compare(actor: PersonActor, listingIds: readonly string[]): Promise<Record<string, unknown>[]> {
    const here = (await this.list(actor)).flatMap(({ listing }) => (listing ? [listing.id] : []));
    const chosen = listingIds.filter((id) => here.includes(id));
    return Promise.all(chosen.map((id) => this.listings.one(actor, id, LISTING_KINDS)));
  }
}
