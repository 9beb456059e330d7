import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How processes follow the catalogue, and the frozen versions of what scores rest on. */
export class Catalogue20261123000650 implements MigrationInterface {
  name = 'Catalogue20261123000650';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE engine_version (
        id bigint GENERATED ALWAYS AS IDENTITY,
        created_at timestamptz NOT NULL DEFAULT now(),
        cause text NOT NULL,
        listings integer NOT NULL,
        weights jsonb NOT NULL,
        code_book_version text NOT NULL,
        -- Gzipped JSON: text statistics; code lists, groups, units and rates without their names.
        statistics bytea NOT NULL,
        code_lists bytea NOT NULL,
        CONSTRAINT pk_engine_version PRIMARY KEY (id),
        CONSTRAINT ck_engine_version_cause CHECK (cause IN ('first', 'doubled', 'code-lists', 'weights', 'command'))
      );
      CREATE TRIGGER tr_engine_version_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON engine_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      CREATE INDEX ix_listing_change_xid ON listing_change (xid);
      CREATE SEQUENCE catalogue_snapshot;

      -- One look at what has changed. The lock makes the order of the numbers the order of the snapshots: each statement below has a snapshot
      -- of its own, taken after the lock was had. Rows of transactions still running then have an xid of at least its xmin, so the next look,
      -- which begins there, sees them. Call it outside a transaction: the lock is held until the end of one.
      CREATE FUNCTION catalogue_catch_up(watermark xid8)
      RETURNS TABLE (seq bigint, next_watermark text, engine text, changes bigint[], listings uuid[]) LANGUAGE plpgsql AS $f$
      DECLARE number bigint;
      BEGIN
        PERFORM pg_advisory_xact_lock(hashtext('catalogue_catch_up'));
        number := nextval('catalogue_snapshot');
        RETURN QUERY
          SELECT number, pg_snapshot_xmin(pg_current_snapshot())::text, (SELECT max(e.id)::text FROM engine_version e),
                 coalesce(array_agg(c.seq ORDER BY c.seq), '{}'), coalesce(array_agg(c.listing_id ORDER BY c.seq), '{}')
          FROM listing_change c WHERE c.xid >= watermark;
      END $f$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
