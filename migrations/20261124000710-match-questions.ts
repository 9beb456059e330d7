import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Questions before an answer or a decision, and appeals against a rejection. */
export class MatchQuestions20261124000710 implements MigrationInterface {
  name = 'MatchQuestions20261124000710';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE match_question (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        match_id uuid NOT NULL,
        from_side text NOT NULL,
        to_side text NOT NULL,
        question text NOT NULL,
        asked_by uuid NOT NULL,
        asked_at timestamptz NOT NULL DEFAULT gate_now(),
        answer text,
        answered_by uuid,
        answered_at timestamptz,
        CONSTRAINT pk_match_question PRIMARY KEY (id),
        CONSTRAINT fk_match_question_match FOREIGN KEY (match_id) REFERENCES match (id) ON DELETE CASCADE,
        CONSTRAINT ck_match_question_sides CHECK (from_side IN ('provider', 'seeker', 'administrators') AND to_side IN ('provider', 'seeker')
          AND from_side <> to_side),
        CONSTRAINT ck_match_question_words CHECK (length(question) <= 1000 AND length(answer) <= 2000)
      );
      CREATE INDEX ix_match_question_match ON match_question (match_id, asked_at, id);
      ALTER TABLE match ADD COLUMN appealed_at timestamptz;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
