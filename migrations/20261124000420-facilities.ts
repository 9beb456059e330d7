import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Facilities with their centres and the days they are open; other facilities than its home as tags of a listing. */
export class Facilities20261124000420 implements MigrationInterface {
  name = 'Facilities20261124000420';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE facility ADD COLUMN centres uuid[] NOT NULL DEFAULT '{}', ADD COLUMN opens date, ADD COLUMN closes date,
        ADD CONSTRAINT ck_facility_days CHECK (closes >= opens);

      CREATE TABLE listing_facility_tag (
        listing_id uuid NOT NULL,
        facility text NOT NULL,
        CONSTRAINT pk_listing_facility_tag PRIMARY KEY (listing_id, facility),
        CONSTRAINT fk_listing_facility_tag_listing FOREIGN KEY (listing_id) REFERENCES listing (id) ON DELETE CASCADE,
        CONSTRAINT fk_listing_facility_tag_facility FOREIGN KEY (facility) REFERENCES facility (code) ON DELETE RESTRICT
      );
      CREATE INDEX ix_listing_facility_tag_facility ON listing_facility_tag (facility);
      CREATE INDEX ix_listing_facility ON listing (facility) WHERE facility <> 'global';
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
