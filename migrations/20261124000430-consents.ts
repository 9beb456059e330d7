import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organizations a centre has entered, and the consents its officers act by. */
export class Consents20261124000430 implements MigrationInterface {
  name = 'Consents20261124000430';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organization ADD COLUMN entered_by text NOT NULL DEFAULT 'member',
        ADD CONSTRAINT ck_organization_entered_by CHECK (entered_by IN ('member', 'centre'));

      CREATE TABLE consent (
        id uuid NOT NULL,
        organization_id uuid NOT NULL,
        kind text NOT NULL,
        person_name text NOT NULL,
        person_position text,
        person_phone text NOT NULL,
        given_on date NOT NULL,
        valid_until date NOT NULL,
        scopes text[] NOT NULL,
        recorded_by uuid,
        recorded_at timestamptz NOT NULL DEFAULT gate_now(),
        reminded_days smallint,
        ended_at timestamptz,
        ending text,
        CONSTRAINT pk_consent PRIMARY KEY (id),
        CONSTRAINT fk_consent_organization FOREIGN KEY (organization_id) REFERENCES organization (id) ON DELETE CASCADE,
        CONSTRAINT fk_consent_recorded_by FOREIGN KEY (recorded_by) REFERENCES person (id) ON DELETE SET NULL,
        CONSTRAINT ck_consent_kind CHECK (kind IN ('signed-form', 'noted-call')),
        CONSTRAINT ck_consent_scopes CHECK (cardinality(scopes) > 0 AND scopes <@ '{register,list,answer-matches,receive-contacts}'::text[]),
        CONSTRAINT ck_consent_days CHECK (valid_until >= given_on AND valid_until <= given_on + interval '12 months'),
        CONSTRAINT ck_consent_ending CHECK ((ended_at IS NULL) = (ending IS NULL) AND ending IN ('withdrawn', 'lapsed', 'handed-over'))
      );
      CREATE INDEX ix_consent_organization ON consent (organization_id, recorded_at);
      CREATE INDEX ix_consent_due ON consent (valid_until) WHERE ended_at IS NULL;

      CREATE VIEW consent_in_force AS
        SELECT c.id, c.organization_id, c.valid_until, s.scope FROM consent c CROSS JOIN unnest(c.scopes) AS s (scope)
        WHERE c.ended_at IS NULL AND (gate_now() AT TIME ZONE 'UTC')::date BETWEEN c.given_on AND c.valid_until;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
