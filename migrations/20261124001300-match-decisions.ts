import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether the reason of a decline is shared, and what a reviewer has ticked with her decision. */
export class MatchDecisions20261124001300 implements MigrationInterface {
  name = 'MatchDecisions20261124001300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE match ADD COLUMN end_reason_shared boolean NOT NULL DEFAULT true, ADD COLUMN ticks jsonb`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
