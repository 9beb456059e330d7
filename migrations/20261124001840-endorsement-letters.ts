import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An endorsement may come with a picture or copy of its letter. */
export class EndorsementLetters20261124001840 implements MigrationInterface {
  name = 'EndorsementLetters20261124001840';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE listing_endorsement ADD COLUMN file_id uuid,
        ADD CONSTRAINT fk_listing_endorsement_file FOREIGN KEY (file_id) REFERENCES stored_file (id) ON DELETE RESTRICT;
      ALTER TABLE stored_file DROP CONSTRAINT ck_stored_file_holder,
        ADD CONSTRAINT ck_stored_file_holder CHECK (holder IN ('listing', 'document', 'consent', 'import', 'endorsement'))`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
