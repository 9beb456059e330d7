import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An organization may keep submitting to its managers. */
export class SubmitByManagers20261124000930 implements MigrationInterface {
  name = 'SubmitByManagers20261124000930';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE organization ADD COLUMN submit_by_managers_only boolean NOT NULL DEFAULT false');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
