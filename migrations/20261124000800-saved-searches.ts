import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Searches that people want to hear of again. */
export class SavedSearches20261124000800 implements MigrationInterface {
  name = 'SavedSearches20261124000800';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE saved_search (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        person_id uuid NOT NULL,
        name text NOT NULL,
        query text NOT NULL,
        rhythm text NOT NULL,
        looked_at timestamptz NOT NULL DEFAULT gate_now(),
        created_at timestamptz NOT NULL DEFAULT gate_now(),
        CONSTRAINT pk_saved_search PRIMARY KEY (id),
        CONSTRAINT fk_saved_search_person FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
        CONSTRAINT ck_saved_search_rhythm CHECK (rhythm IN ('off', 'immediate', 'daily', 'weekly'))
      );
      CREATE INDEX ix_saved_search_person ON saved_search (person_id, created_at, id);
      CREATE INDEX ix_saved_search_due ON saved_search (looked_at) WHERE rhythm <> 'off';
      ALTER TABLE notification DROP CONSTRAINT ck_notification_subject_type,
        ADD CONSTRAINT ck_notification_subject_type CHECK (subject_type IN ('listing', 'match', 'organization', 'centre', 'search'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
