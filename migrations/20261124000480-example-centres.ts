import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Centres of the example exchange, out of sight without it. */
export class ExampleCentres20261124000480 implements MigrationInterface {
  name = 'ExampleCentres20261124000480';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE centre ADD COLUMN is_example boolean NOT NULL DEFAULT false');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
