import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The inbox, what of it went out by mail, and what each person wants by mail. */
export class Notifications20261123000800 implements MigrationInterface {
  name = 'Notifications20261123000800';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notification_digest (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        person_id uuid NOT NULL,
        day date NOT NULL,
        sent_at timestamptz,
        CONSTRAINT pk_notification_digest PRIMARY KEY (id),
        CONSTRAINT uq_notification_digest_day UNIQUE (person_id, day),
        CONSTRAINT fk_notification_digest_person FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
      );

      CREATE TABLE notification (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        person_id uuid NOT NULL,
        -- As whose member she is told; null as staff.
        organization_id uuid,
        kind text NOT NULL,
        subject_type text NOT NULL,
        subject_id uuid NOT NULL,
        params jsonb NOT NULL,
        link text NOT NULL,
        dedup_key text NOT NULL,
        -- Jobs whose figures are in params.count, so that none is added twice.
        counted uuid[] NOT NULL DEFAULT '{}',
        mail text NOT NULL,
        digest_id uuid,
        created_at timestamptz NOT NULL DEFAULT gate_now(),
        read_at timestamptz,
        CONSTRAINT pk_notification PRIMARY KEY (id),
        CONSTRAINT uq_notification_dedup UNIQUE (person_id, dedup_key),
        CONSTRAINT ck_notification_subject_type CHECK (subject_type IN ('listing', 'match', 'organization')),
        CONSTRAINT ck_notification_mail CHECK (mail IN ('none', 'now', 'digest', 'sent')),
        CONSTRAINT fk_notification_person FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
        CONSTRAINT fk_notification_organization FOREIGN KEY (organization_id) REFERENCES organization (id) ON DELETE CASCADE,
        CONSTRAINT fk_notification_digest FOREIGN KEY (digest_id) REFERENCES notification_digest (id) ON DELETE SET NULL
      );
      CREATE INDEX ix_notification_person ON notification (person_id, created_at, id);
      CREATE INDEX ix_notification_digest_due ON notification (person_id) WHERE mail = 'digest' AND digest_id IS NULL;
      CREATE INDEX ix_notification_digest ON notification (digest_id) WHERE digest_id IS NOT NULL;

      CREATE TABLE notification_preference (
        person_id uuid NOT NULL,
        kind text NOT NULL,
        delivery text NOT NULL,
        CONSTRAINT pk_notification_preference PRIMARY KEY (person_id, kind),
        CONSTRAINT ck_notification_preference_delivery CHECK (delivery IN ('off', 'immediate', 'daily')),
        CONSTRAINT fk_notification_preference_person FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
