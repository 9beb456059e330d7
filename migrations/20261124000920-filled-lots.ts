import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Parts of a need are filled one by one. */
export class FilledLots20261124000920 implements MigrationInterface {
  name = 'FilledLots20261124000920';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE listing ADD COLUMN filled_lots text[] NOT NULL DEFAULT '{}'`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
