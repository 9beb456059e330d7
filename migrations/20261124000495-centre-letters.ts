import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reminders of the end of a designation letter, and notifications about centres. */
export class CentreLetters20261124000495 implements MigrationInterface {
  name = 'CentreLetters20261124000495';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE centre ADD COLUMN reminded_days smallint;
      CREATE INDEX ix_centre_due ON centre (letter_expires) WHERE ended_at IS NULL;
      ALTER TABLE notification DROP CONSTRAINT ck_notification_subject_type,
        ADD CONSTRAINT ck_notification_subject_type CHECK (subject_type IN ('listing', 'match', 'organization', 'centre'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
