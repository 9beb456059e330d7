import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rules of the house as dated rows, and the facilities they may differ by. Every listing has one home facility. */
export class Rules20261124000100 implements MigrationInterface {
  name = 'Rules20261124000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE facility (
        code text NOT NULL,
        names jsonb NOT NULL,
        places text[] NOT NULL DEFAULT '{}',
        sectors text[] NOT NULL DEFAULT '{}',
        active boolean NOT NULL DEFAULT true,
        created_at timestamptz NOT NULL DEFAULT gate_now(),
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT pk_facility PRIMARY KEY (code),
        CONSTRAINT ck_facility_code CHECK (code ~ '^[a-z][a-z0-9-]{1,39}$')
      );
      INSERT INTO facility (code, names) VALUES ('global', '{
        "en": "Global exchange", "fr": "Plateforme mondiale", "es": "Intercambio mundial", "pt": "Intercâmbio mundial",
        "ar": "المنصة العالمية", "zh": "全球交易平台", "ru": "Глобальная площадка"}');

      CREATE TABLE rule_version (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        rule text NOT NULL,
        facility text,
        value jsonb NOT NULL,
        valid_from date NOT NULL,
        set_by uuid,
        set_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        withdrawn_at timestamptz,
        CONSTRAINT pk_rule_version PRIMARY KEY (id),
        CONSTRAINT fk_rule_version_facility FOREIGN KEY (facility) REFERENCES facility (code) ON DELETE RESTRICT,
        CONSTRAINT fk_rule_version_set_by FOREIGN KEY (set_by) REFERENCES person (id) ON DELETE SET NULL
      );
      CREATE INDEX ix_rule_version_rule ON rule_version (rule, valid_from);

      ALTER TABLE listing ADD COLUMN facility text NOT NULL DEFAULT 'global',
        ADD CONSTRAINT fk_listing_facility FOREIGN KEY (facility) REFERENCES facility (code) ON DELETE RESTRICT;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
