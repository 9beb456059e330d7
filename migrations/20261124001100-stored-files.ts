import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files: what they are, whose, and of what they are a part. Their contents are kept beside the database. */
export class StoredFiles20261124001100 implements MigrationInterface {
  name = 'StoredFiles20261124001100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE stored_file (
        id uuid NOT NULL,
        name text NOT NULL,
        ending text NOT NULL,
        type text NOT NULL,
        bytes integer NOT NULL,
        sha256 text NOT NULL,
        organization_id uuid,
        holder text,
        holder_id uuid,
        uploaded_by uuid NOT NULL,
        uploaded_at timestamptz NOT NULL DEFAULT gate_now(),
        CONSTRAINT pk_stored_file PRIMARY KEY (id),
        CONSTRAINT fk_stored_file_organization FOREIGN KEY (organization_id) REFERENCES organization (id) ON DELETE RESTRICT,
        CONSTRAINT fk_stored_file_uploaded_by FOREIGN KEY (uploaded_by) REFERENCES person (id) ON DELETE RESTRICT,
        CONSTRAINT ck_stored_file_holder CHECK (holder IN ('listing', 'document', 'consent')),
        CONSTRAINT ck_stored_file_held CHECK ((holder IS NULL) = (holder_id IS NULL)),
        CONSTRAINT ck_stored_file_bytes CHECK (bytes > 0),
        CONSTRAINT ck_stored_file_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$')
      )`);
    await runner.query('CREATE INDEX ix_stored_file_organization ON stored_file (organization_id) WHERE organization_id IS NOT NULL');
    await runner.query('CREATE INDEX ix_stored_file_holder ON stored_file (holder_id) WHERE holder_id IS NOT NULL');
    await runner.query('CREATE INDEX ix_stored_file_free ON stored_file (uploaded_at) WHERE holder_id IS NULL');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
