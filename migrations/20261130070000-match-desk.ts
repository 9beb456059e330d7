import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has taken the review of a match on; as what somebody took a step, and what was said with it. */
export class MatchDesk20261130070000 implements MigrationInterface {
  name = 'MatchDesk20261130070000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE match ADD COLUMN claimed_by uuid, ADD COLUMN claimed_at timestamptz,
        ADD CONSTRAINT fk_match_claimed_by FOREIGN KEY (claimed_by) REFERENCES person (id) ON DELETE SET NULL;
      ALTER TABLE match_event ADD COLUMN office text, ADD COLUMN note text,
        ADD CONSTRAINT ck_match_event_office CHECK (office IN ('centre', 'administrator')),
        ADD CONSTRAINT ck_match_event_note CHECK (length(note) <= 1000);
      UPDATE match_event e SET office = CASE WHEN p.administrator THEN 'administrator' ELSE 'centre' END
        FROM person p WHERE p.id = e.person_id AND e.side IS NULL`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
