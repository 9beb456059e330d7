import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when a listing waits before a desk, and whether those at the desk have been reminded. */
export class ReviewStages20261124000600 implements MigrationInterface {
  name = 'ReviewStages20261124000600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE listing ADD COLUMN review_since timestamptz, ADD COLUMN review_reminded boolean NOT NULL DEFAULT false;
      UPDATE listing SET review_since = submitted_at
      WHERE state IN ('centre_review', 'global_review') OR pending_state IN ('centre_review', 'global_review');
      CREATE INDEX ix_listing_review ON listing (review_since)
        WHERE state IN ('centre_review', 'global_review') OR pending_state IN ('centre_review', 'global_review');
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
