import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys that lead a person through the pages of a desk, where she has asked for them. */
export class DeskKeys20261130075030 implements MigrationInterface {
  name = 'DeskKeys20261130075030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE person ADD COLUMN desk_keys jsonb');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
