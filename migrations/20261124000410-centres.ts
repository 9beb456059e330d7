import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Country centres with their designation; officers whose country's centre has lost its letter serve nobody until it is renewed. */
export class Centres20261124000410 implements MigrationInterface {
  name = 'Centres20261124000410';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE centre (
        id uuid NOT NULL,
        name text NOT NULL,
        host text NOT NULL,
        contact jsonb NOT NULL,
        letter_reference text NOT NULL,
        letter_date date NOT NULL,
        letter_expires date,
        created_by uuid,
        created_at timestamptz NOT NULL DEFAULT gate_now(),
        ended_at timestamptz,
        end_reason text,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT pk_centre PRIMARY KEY (id),
        CONSTRAINT fk_centre_created_by FOREIGN KEY (created_by) REFERENCES person (id) ON DELETE SET NULL,
        CONSTRAINT ck_centre_letter CHECK (letter_expires >= letter_date)
      );

      CREATE TABLE centre_country (
        centre_id uuid NOT NULL,
        country text NOT NULL,
        active boolean NOT NULL DEFAULT true,
        since timestamptz NOT NULL DEFAULT gate_now(),
        ended_at timestamptz,
        CONSTRAINT pk_centre_country PRIMARY KEY (centre_id, country),
        CONSTRAINT fk_centre_country_centre FOREIGN KEY (centre_id) REFERENCES centre (id) ON DELETE CASCADE,
        CONSTRAINT ck_centre_country_country CHECK (country ~ '^[A-Z]{2}$')
      );
      CREATE UNIQUE INDEX uq_centre_country_active ON centre_country (country) WHERE active;

      ALTER TABLE country_officer ADD COLUMN languages text[] NOT NULL DEFAULT '{}';

      CREATE VIEW serving_officer AS
        SELECT o.person_id, o.country, o.languages, o.appointed_at FROM country_officer o
        JOIN person p ON p.id = o.person_id AND p.disabled_at IS NULL
        WHERE o.active AND NOT EXISTS (
          SELECT FROM centre_country cc JOIN centre c ON c.id = cc.centre_id
          WHERE cc.country = o.country AND cc.active AND c.letter_expires < (gate_now() AT TIME ZONE 'UTC')::date);
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
