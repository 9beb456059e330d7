import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many matches in a row a listing has left without an answer, and until when it has to be renewed for that. */
export class SilentListings20261124001400 implements MigrationInterface {
  name = 'SilentListings20261124001400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE listing ADD COLUMN silent_matches smallint NOT NULL DEFAULT 0, ADD COLUMN renew_by timestamptz');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
