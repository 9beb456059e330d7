import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which organizations have been introduced to a listing by a match, and in which country they are: they see its level 3. And how soon organizations answer. */
export class Introductions20261124000900 implements MigrationInterface {
  name = 'Introductions20261124000900';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE VIEW listing_introduction AS
      SELECT need_id AS listing_id, offer_organization_id AS organization_id, offer_country AS country FROM match
      WHERE state IN ('introduced', 'in_dialogue', 'converted')
      UNION ALL
      SELECT offer_id, need_organization_id, need_country FROM match WHERE state IN ('introduced', 'in_dialogue', 'converted');

      -- Days each side took from a suggestion to its yes or no.
      CREATE VIEW organization_answer AS
      SELECT organization_id, extract(epoch FROM at - created_at)::double precision / 86400 AS days FROM (
        SELECT m.created_at, a.* FROM match m CROSS JOIN LATERAL (VALUES
          (m.need_organization_id, coalesce(m.seeker_yes_at, CASE WHEN m.state = 'declined' AND m.ended_side = 'seeker' THEN m.ended_at END)),
          (m.offer_organization_id, coalesce(m.provider_yes_at, CASE WHEN m.state = 'declined' AND m.ended_side = 'provider' THEN m.ended_at END))
        ) AS a (organization_id, at)
      ) answers WHERE at IS NOT NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
