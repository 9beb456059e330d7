import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How large an organization is, as a class: what others may know of one that stays unnamed. */
export class OrganizationSize20261124001750 implements MigrationInterface {
  name = 'OrganizationSize20261124001750';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE organization ADD COLUMN size text CONSTRAINT ck_organization_size CHECK (size IN ('micro', 'small', 'medium', 'large'))`,
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
