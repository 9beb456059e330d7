import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which organizations have opened the full text of a listing, and who would like to read it in another language. */
export class ListingReaders20261124003110 implements MigrationInterface {
  name = 'ListingReaders20261124003110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE listing_reader (
        listing_id uuid NOT NULL,
        organization_id uuid NOT NULL,
        opened_at timestamptz NOT NULL DEFAULT gate_now(),
        CONSTRAINT pk_listing_reader PRIMARY KEY (listing_id, organization_id),
        CONSTRAINT fk_listing_reader_listing FOREIGN KEY (listing_id) REFERENCES listing (id) ON DELETE CASCADE,
        CONSTRAINT fk_listing_reader_organization FOREIGN KEY (organization_id) REFERENCES organization (id) ON DELETE CASCADE
      );
      CREATE TABLE language_wish (
        listing_id uuid NOT NULL,
        language text NOT NULL,
        asker uuid NOT NULL,
        asked_at timestamptz NOT NULL DEFAULT gate_now(),
        CONSTRAINT pk_language_wish PRIMARY KEY (listing_id, language, asker),
        CONSTRAINT fk_language_wish_listing FOREIGN KEY (listing_id) REFERENCES listing (id) ON DELETE CASCADE
      )`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
