import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is to bring the copy of a paper that cannot be sent now. */
export class PromisedCopies20261130075010 implements MigrationInterface {
  name = 'PromisedCopies20261130075010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organization_document ADD COLUMN copy_by text;
      ALTER TABLE organization_document ADD CONSTRAINT ck_organization_document_copy_by CHECK (copy_by IS NULL OR copy_by IN ('organization', 'centre') AND file_id IS NULL)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
