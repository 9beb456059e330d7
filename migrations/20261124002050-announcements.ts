import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What administrators say above every page, to everybody or to whoever is signed in. */
export class Announcements20261124002050 implements MigrationInterface {
  name = 'Announcements20261124002050';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE announcement (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        texts jsonb NOT NULL,
        audience text NOT NULL,
        shown_from date NOT NULL,
        shown_until date,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT gate_now(),
        ended_at timestamptz,
        CONSTRAINT pk_announcement PRIMARY KEY (id),
        CONSTRAINT fk_announcement_created_by FOREIGN KEY (created_by) REFERENCES person (id) ON DELETE RESTRICT,
        CONSTRAINT ck_announcement_audience CHECK (audience IN ('everybody', 'signed-in')),
        CONSTRAINT ck_announcement_days CHECK (shown_until >= shown_from)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
