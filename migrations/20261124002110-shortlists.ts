import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Listings that a person has set aside to look at again and to compare. */
export class Shortlists20261124002110 implements MigrationInterface {
  name = 'Shortlists20261124002110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE shortlist_entry (
        person_id uuid NOT NULL,
        listing_id uuid NOT NULL,
        added_at timestamptz NOT NULL DEFAULT gate_now(),
        CONSTRAINT pk_shortlist_entry PRIMARY KEY (person_id, listing_id),
        CONSTRAINT fk_shortlist_entry_person FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
        CONSTRAINT fk_shortlist_entry_listing FOREIGN KEY (listing_id) REFERENCES listing (id) ON DELETE CASCADE);
      CREATE INDEX ix_shortlist_entry_listing ON shortlist_entry (listing_id)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
