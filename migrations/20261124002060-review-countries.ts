import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A listing keeps whose officers review it: a centre of its facility may, where it was its owner's country alone. */
export class ReviewCountries20261124002060 implements MigrationInterface {
  name = 'ReviewCountries20261124002060';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE listing ADD COLUMN review_country text');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
