import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the owner of a listing said to "anything changed?" when she renewed it. */
export class RenewalAnswers20261124001700 implements MigrationInterface {
  name = 'RenewalAnswers20261124001700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE listing ADD COLUMN assured_changed boolean');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
