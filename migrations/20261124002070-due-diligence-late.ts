import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Administrators are told once when nobody decides on a due diligence in time. */
export class DueDiligenceLate20261124002070 implements MigrationInterface {
  name = 'DueDiligenceLate20261124002070';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE organization ADD COLUMN due_diligence_late_told timestamptz');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
