import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Invitations that hand an organization without users over to the first of its own people. */
export class Claims20261124000460 implements MigrationInterface {
  name = 'Claims20261124000460';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE invitation ADD COLUMN claim boolean NOT NULL DEFAULT false');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
