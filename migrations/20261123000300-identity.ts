import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People. A row is made when somebody first does something signed in; its id is that of the account in schema auth. */
export class Identity20261123000300 implements MigrationInterface {
  name = 'Identity20261123000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE person (
        id uuid NOT NULL,
        email text NOT NULL,
        name text NOT NULL,
        language text NOT NULL DEFAULT 'en',
        time_zone text NOT NULL DEFAULT 'UTC',
        administrator boolean NOT NULL DEFAULT false,
        auditor boolean NOT NULL DEFAULT false,
        acting_organization_id uuid,
        disabled_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT gate_now(),
        last_seen_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT pk_person PRIMARY KEY (id),
        CONSTRAINT uq_person_email UNIQUE (email),
        CONSTRAINT ck_person_email CHECK (email = lower(email)),
        CONSTRAINT ck_person_language CHECK (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$')
      );
      CREATE INDEX ix_person_created_at ON person (created_at, id);
      CREATE INDEX ix_person_administrator ON person (id) WHERE administrator;

      -- One-time links that let somebody set a password; the link carries a signed token whose hash stands here.
      CREATE TABLE welcome_link (
        token_hash text NOT NULL,
        email text NOT NULL,
        administrator boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        CONSTRAINT pk_welcome_link PRIMARY KEY (token_hash)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
