import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organizations, who belongs to them, invitations, officers of country centres and provider profiles. */
export class Organizations20261123000500 implements MigrationInterface {
  name = 'Organizations20261123000500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SEQUENCE organization_number AS integer;

      CREATE TABLE organization (
        id uuid NOT NULL,
        number integer NOT NULL,
        reference text NOT NULL,
        legal_name text NOT NULL,
        country text NOT NULL,
        type text NOT NULL,
        languages text[] NOT NULL,
        website text,
        contact_person_id uuid NOT NULL,
        level text NOT NULL DEFAULT 'registered',
        standing text NOT NULL DEFAULT 'good',
        decision_reason text,
        decision_note text,
        is_example boolean NOT NULL DEFAULT false,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT gate_now(),
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT pk_organization PRIMARY KEY (id),
        CONSTRAINT uq_organization_number UNIQUE (number),
        CONSTRAINT uq_organization_reference UNIQUE (reference),
        CONSTRAINT ck_organization_level CHECK (level IN ('registered', 'basic', 'documents_submitted', 'verified', 'due_diligence')),
        CONSTRAINT ck_organization_standing CHECK (standing IN ('good', 'rejected', 'suspended', 'expired')),
        CONSTRAINT ck_organization_country CHECK (country ~ '^[A-Z]{2}$'),
        CONSTRAINT fk_organization_contact_person FOREIGN KEY (contact_person_id) REFERENCES person (id) ON DELETE RESTRICT,
        CONSTRAINT fk_organization_created_by FOREIGN KEY (created_by) REFERENCES person (id) ON DELETE RESTRICT
      );
      CREATE INDEX ix_organization_country ON organization (country, number);

      CREATE TABLE membership (
        organization_id uuid NOT NULL,
        person_id uuid NOT NULL,
        role text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT gate_now(),
        CONSTRAINT pk_membership PRIMARY KEY (organization_id, person_id),
        CONSTRAINT ck_membership_role CHECK (role IN ('viewer', 'editor', 'manager')),
        CONSTRAINT fk_membership_organization FOREIGN KEY (organization_id) REFERENCES organization (id) ON DELETE CASCADE,
        CONSTRAINT fk_membership_person FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
      );
      CREATE INDEX ix_membership_person ON membership (person_id);

      CREATE TABLE invitation (
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        email text NOT NULL,
        role text NOT NULL,
        token_hash text NOT NULL,
        invited_by uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT gate_now(),
        expires_at timestamptz NOT NULL,
        accepted_at timestamptz,
        accepted_by uuid,
        withdrawn_at timestamptz,
        CONSTRAINT pk_invitation PRIMARY KEY (id),
        CONSTRAINT uq_invitation_token_hash UNIQUE (token_hash),
        CONSTRAINT ck_invitation_role CHECK (role IN ('viewer', 'editor', 'manager')),
        CONSTRAINT fk_invitation_organization FOREIGN KEY (organization_id) REFERENCES organization (id) ON DELETE CASCADE,
        CONSTRAINT fk_invitation_invited_by FOREIGN KEY (invited_by) REFERENCES person (id) ON DELETE CASCADE,
        CONSTRAINT fk_invitation_accepted_by FOREIGN KEY (accepted_by) REFERENCES person (id) ON DELETE SET NULL
      );
      CREATE UNIQUE INDEX uq_invitation_open ON invitation (organization_id, email) WHERE accepted_at IS NULL AND withdrawn_at IS NULL;

      CREATE TABLE country_officer (
        person_id uuid NOT NULL,
        country text NOT NULL,
        active boolean NOT NULL DEFAULT true,
        appointed_by uuid,
        appointed_at timestamptz NOT NULL DEFAULT gate_now(),
        ended_at timestamptz,
        CONSTRAINT pk_country_officer PRIMARY KEY (person_id, country),
        CONSTRAINT ck_country_officer_country CHECK (country ~ '^[A-Z]{2}$'),
        CONSTRAINT fk_country_officer_person FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
        CONSTRAINT fk_country_officer_appointed_by FOREIGN KEY (appointed_by) REFERENCES person (id) ON DELETE SET NULL
      );
      CREATE INDEX ix_country_officer_country ON country_officer (country) WHERE active;

      CREATE TABLE provider_profile (
        organization_id uuid NOT NULL,
        statement text,
        sectors text[] NOT NULL,
        serves text[] NOT NULL,
        version integer NOT NULL DEFAULT 0,
        updated_at timestamptz NOT NULL DEFAULT gate_now(),
        CONSTRAINT pk_provider_profile PRIMARY KEY (organization_id),
        CONSTRAINT fk_provider_profile_organization FOREIGN KEY (organization_id) REFERENCES organization (id) ON DELETE CASCADE
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
