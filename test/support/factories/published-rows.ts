import { randomUUID } from 'node:crypto';
import { publishedListing } from './published-listing.js';
import { newOrganization, type Rows } from './organizations.js';

export interface PublishedRow {
  organizationId?: string;
  kind?: 'technology' | 'solution' | 'financing' | 'need';
  title?: string;
  description?: string;
  country?: string;
}

/** A published listing straight in the database, with the change row that its publication would leave. */
export async function newPublishedRow(
  rows: Rows,
  { organizationId, kind = 'technology', title = 'An offer', description, country = 'KE' }: PublishedRow = {},
): Promise<string> {
  const { sql } = rows;
  const owner = organizationId ?? (await newOrganization(rows, { country, level: 'verified' })).id;
  const id = randomUUID();
  const { content, language } = publishedListing(kind, { title, description });
  await sql.query(
    `INSERT INTO listing (id, reference, kind, organization_id, owner_country, country, state, language, published_revision, published_at, assured_at, expires_at)
     VALUES ($1::uuid, 'TO-' || left($1::uuid::text, 8), $2, $3, $4, $4, 'published', $5, 1, gate_now(), gate_now(), gate_now() + interval '1 year')`,
    [id, kind, owner, country, language],
  );
  await sql.query('INSERT INTO listing_revision (listing_id, revision, language, content) VALUES ($1, 1, $2, $3)', [id, language, content]);
  await changedRow(rows, id);
  return id;
}

/** Says that a listing may have entered, left or changed in the catalogue. */
export const changedRow = async ({ sql }: Rows, listingId: string): Promise<void> =>
  void (await sql.query('INSERT INTO listing_change (listing_id) VALUES ($1)', [listingId]));
