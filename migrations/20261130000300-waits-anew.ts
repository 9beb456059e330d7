import type { MigrationInterface, QueryRunner } from 'typeorm';

/** From when the days of whoever a match waits for count, where an organization came back or was verified meanwhile. */
export class WaitsAnew20261130000300 implements MigrationInterface {
  name = 'WaitsAnew20261130000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE match ADD COLUMN waits_since timestamptz');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
