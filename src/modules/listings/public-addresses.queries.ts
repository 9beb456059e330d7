import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { ListingKind } from './content.schemas.js';

/** A listing that everybody may read, as search engines are told of it. */
export interface PublicAddress {
  id: string;
  kind: ListingKind;
  publishedAt: Date;
}

/** Where the listings of the catalogue are, for those who walk all of it. */
@Injectable()
export class PublicAddressesQueries {
  constructor(private readonly uow: UnitOfWork) {}

  /** Ids that cut the catalogue into parts of this size: the first of each part. */
  async parts(size: number): Promise<string[]> {
    const rows = await this.uow.query<{ id: string }>(
      `SELECT id FROM (SELECT id, row_number() OVER (ORDER BY id) - 1 AS place FROM catalogue_listing) c WHERE place % $1 = 0 ORDER BY id`,
      [size],
    );
    return rows.map(({ id }) => id);
  }

  /** So many from an id on, in the order of ids. */
  from(id: string, limit: number): Promise<PublicAddress[]> {
    return this.uow.query<PublicAddress>(
      `SELECT id, kind, published_at AS "publishedAt" FROM catalogue_listing WHERE id >= $1 ORDER BY id LIMIT $2`,
      [id, limit],
    );
  }
}
