import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which version of the terms a person has accepted, and when; unknown of those who joined before it was kept. */
export class TermsAccepted20261124002100 implements MigrationInterface {
  name = 'TermsAccepted20261124002100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE person ADD COLUMN terms_version text, ADD COLUMN terms_accepted_at timestamptz,
        ADD CONSTRAINT ck_person_terms CHECK ((terms_version IS NULL) = (terms_accepted_at IS NULL))`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
