import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that arrive part by part over lines that break. */
export class Uploads20261130075020 implements MigrationInterface {
  name = 'Uploads20261130075020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE upload (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        person_id uuid NOT NULL,
        name text NOT NULL,
        type text NOT NULL,
        bytes integer NOT NULL,
        received integer NOT NULL DEFAULT 0,
        started_at timestamptz NOT NULL DEFAULT gate_now(),
        CONSTRAINT pk_upload PRIMARY KEY (id),
        CONSTRAINT fk_upload_person FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
        CONSTRAINT ck_upload_received CHECK (received BETWEEN 0 AND bytes)
      );
      CREATE INDEX ix_upload_person ON upload (person_id);
      CREATE TABLE upload_part (
        upload_id uuid NOT NULL,
        at integer NOT NULL,
        contents bytea NOT NULL,
        CONSTRAINT pk_upload_part PRIMARY KEY (upload_id, at),
        CONSTRAINT fk_upload_part_upload FOREIGN KEY (upload_id) REFERENCES upload (id) ON DELETE CASCADE
      )`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
