import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far one has gone with a side that does not answer, and when the two were last asked what became of their introduction. */
export class MatchWaits20261124000700 implements MigrationInterface {
  name = 'MatchWaits20261124000700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE match ADD COLUMN nudged integer NOT NULL DEFAULT 0, ADD COLUMN outcome_asked integer NOT NULL DEFAULT 0;
      CREATE INDEX ix_match_waiting ON match (id) WHERE state IN ('interest_provider', 'interest_seeker', 'under_review');
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
