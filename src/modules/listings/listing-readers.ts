import { Injectable } from '@nestjs/common';
import { type Actor, actsFor } from '../../kernel/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

/** How many organizations have opened the full text of a listing. */
export interface ListingReadership {
  total: number;
  /** The most first. */
  countries: { country: string; count: number }[];
}

/** Counts organizations, not visits: one that comes back is counted once. */
@Injectable()
export class ListingReaders {
  constructor(private readonly uow: UnitOfWork) {}

  async record(actor: Actor, listing: { id: string; organizationId: string }): Promise<void> {
    if (actor.kind !== 'person' || !actor.organization || actsFor(actor, listing.organizationId)) return;
    const { id } = actor.organization;
    await this.uow.query('INSERT INTO listing_reader (listing_id, organization_id) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      listing.id,
      id,
    ]);
  }

  /** For its owner, whom it tells countries and no names. */
  async of(listingId: string): Promise<ListingReadership> {
    const countries = await this.uow.query<{ country: string; count: number }>(
      `SELECT o.country, count(*)::int AS count FROM listing_reader r JOIN organization o ON o.id = r.organization_id
       WHERE r.listing_id = $1 GROUP BY o.country ORDER BY count DESC, o.country`,
      [listingId],
    );
    return { total: countries.reduce((sum, { count }) => sum + count, 0), countries };
  }
}
