import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Endorsements of listings by the government of their owner's country. */
export class Endorsements20261124000470 implements MigrationInterface {
  name = 'Endorsements20261124000470';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE listing_endorsement (
        id uuid NOT NULL,
        listing_id uuid NOT NULL,
        institution text NOT NULL,
        person_name text NOT NULL,
        person_position text NOT NULL,
        document text NOT NULL,
        endorsed_on date NOT NULL,
        expires_on date,
        recorded_by uuid,
        recorded_at timestamptz NOT NULL DEFAULT gate_now(),
        withdrawn_at timestamptz,
        withdrawn_by uuid,
        withdrawal_reason text,
        withdrawal_note text,
        CONSTRAINT pk_listing_endorsement PRIMARY KEY (id),
        CONSTRAINT fk_listing_endorsement_listing FOREIGN KEY (listing_id) REFERENCES listing (id) ON DELETE CASCADE,
        CONSTRAINT fk_listing_endorsement_recorded_by FOREIGN KEY (recorded_by) REFERENCES person (id) ON DELETE SET NULL,
        CONSTRAINT fk_listing_endorsement_withdrawn_by FOREIGN KEY (withdrawn_by) REFERENCES person (id) ON DELETE SET NULL,
        CONSTRAINT ck_listing_endorsement_days CHECK (expires_on >= endorsed_on),
        CONSTRAINT ck_listing_endorsement_withdrawal CHECK ((withdrawn_at IS NULL) = (withdrawal_reason IS NULL))
      );
      CREATE INDEX ix_listing_endorsement_listing ON listing_endorsement (listing_id, endorsed_on);
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
