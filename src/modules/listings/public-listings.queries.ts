import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { ListingKind } from './content.schemas.js';

/** What anybody may know of a listing in the catalogue (level 0). */
export interface PublicListing {
  id: string;
  reference: string;
  kind: ListingKind;
  country: string;
  language: string;
  title: string;
  teaser: string | null;
  publishedAt: Date;
  isExample: boolean;
}

/** The exchange in four numbers. */
export interface PublicFigures {
  offers: number;
  needs: number;
  organizations: number;
  countries: number;
}

/** How much is open in a country. */
export interface CountryFigures {
  country: string;
  offers: number;
  needs: number;
}

const COLUMNS = `c.id, c.reference, c.kind, c.country, c.language, r.content->>'title' AS title, r.content->>'teaser' AS teaser,
  c.published_at AS "publishedAt", c.is_example AS "isExample"
  FROM catalogue_listing c JOIN listing_revision r ON r.listing_id = c.id AND r.revision = c.revision`;

/** What visitors see of the catalogue as a whole. */
@Injectable()
export class PublicListingsQueries {
  constructor(private readonly uow: UnitOfWork) {}

  /** The newest open listings of these kinds, of one country or of all, newest first. */
  newest(kinds: readonly ListingKind[], limit: number, country: string | null = null): Promise<PublicListing[]> {
    return this.uow.query<PublicListing>(
      `SELECT ${COLUMNS} WHERE c.kind = ANY($1) AND ($3::text IS NULL OR c.country = $3) ORDER BY c.listed_at DESC, c.id DESC LIMIT $2`,
      [kinds, limit, country],
    );
  }

  /** Countries with something open, or the one that is asked for where it has. */
  byCountry(country: string | null = null): Promise<CountryFigures[]> {
    return this.uow.query<CountryFigures>(
      `SELECT country, count(*) FILTER (WHERE kind <> 'need')::int AS offers, count(*) FILTER (WHERE kind = 'need')::int AS needs
       FROM catalogue_listing WHERE $1::text IS NULL OR country = $1 GROUP BY country ORDER BY country`,
      [country],
    );
  }

  /** Of one organization, those that name it, newest first. For whoever may know who it is. */
  ofOrganization(organizationId: string, limit: number): Promise<PublicListing[]> {
    return this.uow.query<PublicListing>(
      `SELECT ${COLUMNS} WHERE c.organization_id = $1 AND NOT c.anonymous ORDER BY c.listed_at DESC, c.id DESC LIMIT $2`,
      [organizationId, limit],
    );
  }

  async figures(): Promise<PublicFigures> {
    const [row] = await this.uow.query<PublicFigures>(
      `SELECT count(*) FILTER (WHERE kind <> 'need')::int AS offers, count(*) FILTER (WHERE kind = 'need')::int AS needs,
              count(DISTINCT organization_id)::int AS organizations, count(DISTINCT owner_country)::int AS countries
       FROM catalogue_listing`,
    );
    return row ?? { offers: 0, needs: 0, organizations: 0, countries: 0 };
  }
}
