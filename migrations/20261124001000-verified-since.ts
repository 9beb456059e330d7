import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A verification knows when it began: papers of an earlier one do not count towards the next. */
export class VerifiedSince20261124001000 implements MigrationInterface {
  name = 'VerifiedSince20261124001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE organization ADD COLUMN verified_since timestamptz');
    // Until now a verification held for 24 months, and for 12 with a financing listing.
    await runner.query(`
      UPDATE organization o SET verified_since = verified_until - make_interval(months => CASE WHEN EXISTS (
        SELECT FROM listing l WHERE l.organization_id = o.id AND l.kind = 'financing') THEN 12 ELSE 24 END)
      WHERE verified_until IS NOT NULL`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
