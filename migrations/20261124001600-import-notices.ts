import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever has started an import is told when it has ended. */
export class ImportNotices20261124001600 implements MigrationInterface {
  name = 'ImportNotices20261124001600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE notification DROP CONSTRAINT ck_notification_subject_type');
    await runner.query(
      `ALTER TABLE notification ADD CONSTRAINT ck_notification_subject_type
         CHECK (subject_type IN ('listing', 'match', 'organization', 'centre', 'search', 'import'))`,
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
