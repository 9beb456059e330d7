import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Papers and consents may come with a picture or copy of what was signed. */
export class AttachedFiles20261124001110 implements MigrationInterface {
  name = 'AttachedFiles20261124001110';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['organization_document', 'consent'])
      await runner.query(`
        ALTER TABLE ${table} ADD COLUMN file_id uuid,
          ADD CONSTRAINT fk_${table}_file FOREIGN KEY (file_id) REFERENCES stored_file (id) ON DELETE RESTRICT`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
