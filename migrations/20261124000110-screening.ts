import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists of names to look out for, what was found on them, and organizations held until a person has decided. */
export class Screening20261124000110 implements MigrationInterface {
  name = 'Screening20261124000110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(CATALOGUE);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const TABLES = `
  CREATE TABLE screening_list (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    name text NOT NULL,
    as_of date NOT NULL,
    imported_by uuid NOT NULL,
    imported_at timestamptz NOT NULL DEFAULT gate_now(),
    CONSTRAINT pk_screening_list PRIMARY KEY (id),
    CONSTRAINT uq_screening_list_name UNIQUE (name),
    CONSTRAINT fk_screening_list_imported_by FOREIGN KEY (imported_by) REFERENCES person (id) ON DELETE RESTRICT
  );

  CREATE TABLE screening_entry (
    list_id uuid NOT NULL,
    position integer NOT NULL,
    names text[] NOT NULL,
    country text,
    CONSTRAINT pk_screening_entry PRIMARY KEY (list_id, position),
    CONSTRAINT fk_screening_entry_list FOREIGN KEY (list_id) REFERENCES screening_list (id) ON DELETE CASCADE
  );

  CREATE TABLE screening_hit (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    organization_id uuid NOT NULL,
    name_key text NOT NULL,
    entry_key text NOT NULL,
    list_name text NOT NULL,
    listed_name text NOT NULL,
    listed_country text,
    likeness real NOT NULL,
    status text NOT NULL DEFAULT 'open',
    reason text,
    note text,
    found_at timestamptz NOT NULL DEFAULT gate_now(),
    decided_at timestamptz,
    decided_by uuid,
    CONSTRAINT pk_screening_hit PRIMARY KEY (id),
    CONSTRAINT uq_screening_hit_pair UNIQUE (organization_id, name_key, entry_key),
    CONSTRAINT ck_screening_hit_status CHECK (status IN ('open', 'cleared', 'confirmed')),
    CONSTRAINT ck_screening_hit_decided CHECK ((status = 'open') = (decided_at IS NULL)),
    CONSTRAINT fk_screening_hit_organization FOREIGN KEY (organization_id) REFERENCES organization (id) ON DELETE CASCADE,
    CONSTRAINT fk_screening_hit_decided_by FOREIGN KEY (decided_by) REFERENCES person (id) ON DELETE RESTRICT
  );
  CREATE INDEX ix_screening_hit_status ON screening_hit (status, found_at, id);

  ALTER TABLE organization ADD COLUMN held boolean NOT NULL DEFAULT false;
`;

const CATALOGUE = `
  CREATE OR REPLACE VIEW catalogue_listing AS
    SELECT l.id, l.reference, l.kind, l.published_revision AS revision, l.language, l.country, l.organization_id, l.owner_country,
           o.type AS owner_type, o.level AS owner_level, l.anonymous, l.is_example, l.listed_at, l.published_at, l.assured_at, l.expires_at
    FROM listing l JOIN organization o ON o.id = l.organization_id
    WHERE l.state IN ('published', 'expiring')
      AND l.expires_at > (SELECT gate_now())
      AND o.standing = 'good' AND NOT o.held
      AND (o.level IN ('verified', 'due_diligence') OR (o.level IN ('basic', 'documents_submitted') AND l.kind <> 'financing'))
      AND (NOT l.is_example OR (SELECT value FROM gate_setting WHERE key = 'examples') = 'on');
`;
