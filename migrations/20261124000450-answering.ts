import type { MigrationInterface, QueryRunner } from 'typeorm';

/** For which organizations the officers of their country may answer matches. */
export class Answering20261124000450 implements MigrationInterface {
  name = 'Answering20261124000450';

  async up(runner: QueryRunner): Promise<void> {
    // Where nobody belongs to it, an introduction would lead nowhere without somebody who receives the contacts.
    await runner.query(`
      CREATE VIEW answered_by_centre AS
        SELECT DISTINCT a.organization_id FROM consent_in_force a
        WHERE a.scope = 'answer-matches' AND (EXISTS (SELECT FROM membership m WHERE m.organization_id = a.organization_id)
          OR EXISTS (SELECT FROM consent_in_force r WHERE r.organization_id = a.organization_id AND r.scope = 'receive-contacts'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
