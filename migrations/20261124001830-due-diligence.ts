import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Due diligence, the level above a verification, holds for a time of its own. */
export class DueDiligence20261124001830 implements MigrationInterface {
  name = 'DueDiligence20261124001830';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organization
        ADD COLUMN due_diligence_since timestamptz,
        ADD COLUMN due_diligence_until timestamptz,
        ADD COLUMN due_diligence_reminded integer`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
