import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Listings that a centre has entered on behalf of their owner; those there are entered by an officer who does not belong to it. */
export class OnBehalf20261124000440 implements MigrationInterface {
  name = 'OnBehalf20261124000440';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE listing ADD COLUMN on_behalf boolean NOT NULL DEFAULT false;
      UPDATE listing l SET on_behalf = true
      WHERE EXISTS (SELECT FROM country_officer o WHERE o.person_id = l.created_by AND o.country = l.owner_country)
        AND NOT EXISTS (SELECT FROM membership m WHERE m.person_id = l.created_by AND m.organization_id = l.organization_id);
      CREATE INDEX ix_listing_on_behalf ON listing (organization_id) WHERE on_behalf;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
