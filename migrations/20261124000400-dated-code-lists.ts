import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What administrators change of a code list, as dated versions beside the shipped rows: a shipped update cannot overwrite them, and nothing
 * is lost. `set_by` is no foreign key, as in the audit: the record outlives the account.
 */
export class DatedCodeLists20261124000400 implements MigrationInterface {
  name = 'DatedCodeLists20261124000400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE code_list_version (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        scheme text NOT NULL,
        code text NOT NULL,
        effective date NOT NULL,
        parent text,
        valid_from date,
        valid_to date,
        status text NOT NULL DEFAULT 'active',
        names jsonb NOT NULL,
        extra jsonb NOT NULL DEFAULT '{}',
        source text NOT NULL,
        before jsonb,
        set_by uuid,
        set_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        withdrawn_at timestamptz,
        CONSTRAINT pk_code_list_version PRIMARY KEY (id),
        CONSTRAINT ck_code_list_version_status CHECK (status IN ('active', 'withdrawn')),
        CONSTRAINT ck_code_list_version_dates CHECK (valid_from < valid_to)
      );
      CREATE INDEX ix_code_list_version_item ON code_list_version (scheme, code, effective);

      CREATE TABLE country_group_version (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        group_code text NOT NULL,
        country text NOT NULL,
        periods jsonb NOT NULL,
        source text NOT NULL,
        before jsonb NOT NULL DEFAULT '[]',
        set_by uuid,
        set_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        withdrawn_at timestamptz,
        CONSTRAINT pk_country_group_version PRIMARY KEY (id)
      );
      CREATE INDEX ix_country_group_version_member ON country_group_version (group_code, country, set_at);

      -- Edits of before become the first version; the shipped rows come back underneath when the files are loaded anew.
      INSERT INTO code_list_version (scheme, code, effective, parent, valid_from, valid_to, status, names, extra, source)
      SELECT scheme, code, (gate_now() AT TIME ZONE 'UTC')::date, parent, valid_from, valid_to, status, names, extra, source
      FROM code_list_item WHERE edited;
      INSERT INTO country_group_version (group_code, country, periods, source)
      SELECT group_code, country, jsonb_agg(jsonb_build_object('from', valid_from, 'to', valid_to) ORDER BY position), max(source)
      FROM country_group_member GROUP BY group_code, country HAVING bool_or(edited);
      DELETE FROM code_list_item WHERE edited;
      DELETE FROM country_group_member WHERE edited;
      ALTER TABLE code_list_item DROP COLUMN edited;
      ALTER TABLE country_group_member DROP COLUMN edited;

      ALTER TABLE taxonomy_state ADD COLUMN groups_day date;
      UPDATE taxonomy_state SET files_hash = '', groups_day = (gate_now() AT TIME ZONE 'UTC')::date, revision = revision + 1;
      ALTER TABLE taxonomy_state ALTER COLUMN groups_day SET NOT NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
