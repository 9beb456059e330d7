import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The texts of published revisions field by field: each says how it came about, and who has checked it. */
export class TextsByField20261124000910 implements MigrationInterface {
  name = 'TextsByField20261124000910';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE listing_text DROP CONSTRAINT pk_listing_text;
      ALTER TABLE listing_text ADD COLUMN field text, ADD COLUMN value text, ADD COLUMN checked_by uuid;
      INSERT INTO listing_text (listing_id, language, origin, field, value)
      SELECT t.listing_id, t.language, t.origin, f.field, f.value
      FROM listing_text t CROSS JOIN LATERAL (VALUES ('title', t.title), ('teaser', t.teaser), ('description', t.description)) AS f (field, value)
      WHERE f.value IS NOT NULL;
      DELETE FROM listing_text WHERE field IS NULL;
      ALTER TABLE listing_text DROP COLUMN title, DROP COLUMN teaser, DROP COLUMN description;
      ALTER TABLE listing_text ALTER COLUMN field SET NOT NULL, ALTER COLUMN value SET NOT NULL;
      ALTER TABLE listing_text ADD CONSTRAINT pk_listing_text PRIMARY KEY (listing_id, language, field);
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
