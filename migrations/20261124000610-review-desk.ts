import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The desk of reviewers: until when a decision is due, who has taken a listing on, what of a single field is to change, what was ticked. */
export class ReviewDesk20261124000610 implements MigrationInterface {
  name = 'ReviewDesk20261124000610';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE listing ADD COLUMN review_due timestamptz, ADD COLUMN claimed_by uuid, ADD COLUMN claimed_at timestamptz;
      ALTER TABLE listing ADD CONSTRAINT fk_listing_claimed_by FOREIGN KEY (claimed_by) REFERENCES person (id) ON DELETE SET NULL;
      UPDATE listing SET review_due = review_since + interval '7 days' WHERE review_since IS NOT NULL;
      DROP INDEX ix_listing_review;
      CREATE INDEX ix_listing_review ON listing (review_due, id)
        WHERE state IN ('centre_review', 'global_review') OR pending_state IN ('centre_review', 'global_review');

      ALTER TABLE review_decision ADD COLUMN checklist jsonb, ADD COLUMN read_by text;

      CREATE TABLE change_request (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        listing_id uuid NOT NULL,
        revision integer NOT NULL,
        position integer NOT NULL,
        path text NOT NULL,
        note text NOT NULL,
        requested_by uuid NOT NULL,
        requested_at timestamptz NOT NULL DEFAULT gate_now(),
        answer text,
        changed boolean NOT NULL DEFAULT false,
        answered_by uuid,
        answered_at timestamptz,
        CONSTRAINT pk_change_request PRIMARY KEY (id),
        CONSTRAINT fk_change_request_listing FOREIGN KEY (listing_id) REFERENCES listing (id) ON DELETE CASCADE,
        CONSTRAINT fk_change_request_requested_by FOREIGN KEY (requested_by) REFERENCES person (id) ON DELETE RESTRICT,
        CONSTRAINT fk_change_request_answered_by FOREIGN KEY (answered_by) REFERENCES person (id) ON DELETE RESTRICT
      );
      CREATE INDEX ix_change_request_listing ON change_request (listing_id, requested_at, position);
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
