import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The two roles, business time, the outbox, idempotency and the audit trail. */
export class Ground20261123000100 implements MigrationInterface {
  name = 'Ground20261123000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $$
      BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'gate_app') THEN
          CREATE ROLE gate_app NOLOGIN;
        END IF;
      EXCEPTION WHEN insufficient_privilege THEN
        RAISE EXCEPTION 'role gate_app is missing and % may not create it: CREATE ROLE gate_app LOGIN PASSWORD ''...'' as a superuser first', current_user;
      END $$;

      GRANT USAGE ON SCHEMA public TO gate_app;
      ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO gate_app;
      ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO gate_app;

      -- Business time: now(), moved by tests only (gate_app may not write the row).
      CREATE TABLE business_clock (
        singleton boolean NOT NULL DEFAULT true,
        shift interval NOT NULL DEFAULT '0',
        CONSTRAINT pk_business_clock PRIMARY KEY (singleton),
        CONSTRAINT ck_business_clock_singleton CHECK (singleton)
      );
      INSERT INTO business_clock DEFAULT VALUES;
      REVOKE INSERT, UPDATE, DELETE ON business_clock FROM gate_app;
      CREATE FUNCTION gate_now() RETURNS timestamptz LANGUAGE sql STABLE AS 'SELECT now() + shift FROM business_clock';

      CREATE TABLE outbox (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        queue text NOT NULL,
        name text NOT NULL,
        payload jsonb NOT NULL,
        state text NOT NULL DEFAULT 'waiting',
        generation integer NOT NULL DEFAULT 0,
        starts integer NOT NULL DEFAULT 0,
        last_error text,
        dedupe text,
        created_at timestamptz NOT NULL DEFAULT now(),
        available_at timestamptz NOT NULL DEFAULT now(),
        enqueued_at timestamptz,
        started_at timestamptz,
        failed_at timestamptz,
        done_at timestamptz,
        CONSTRAINT pk_outbox PRIMARY KEY (id),
        CONSTRAINT ck_outbox_state CHECK (state IN ('waiting', 'done', 'dead'))
      );
      CREATE INDEX ix_outbox_waiting ON outbox (created_at, id) WHERE state = 'waiting';
      CREATE INDEX ix_outbox_unsent ON outbox (available_at, id) WHERE state = 'waiting' AND enqueued_at IS NULL;
      CREATE INDEX ix_outbox_failed ON outbox (failed_at, id) WHERE state = 'waiting' AND failed_at IS NOT NULL;
      -- One row per meaning waits at a time, until its first start: from then on a newer change needs a row of its own.
      CREATE UNIQUE INDEX uq_outbox_dedupe ON outbox (name, dedupe) WHERE state = 'waiting' AND starts = 0 AND dedupe IS NOT NULL;
      CREATE INDEX ix_outbox_dead ON outbox (created_at, id) WHERE state = 'dead';
      CREATE INDEX ix_outbox_done ON outbox (done_at) WHERE state = 'done';

      CREATE TABLE idempotency_key (
        actor_id uuid NOT NULL,
        organization_id uuid NOT NULL,
        method text NOT NULL,
        path text NOT NULL,
        key text NOT NULL,
        body_hash text NOT NULL,
        status smallint,
        resource_id text,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_idempotency_key PRIMARY KEY (actor_id, organization_id, method, path, key)
      );
      CREATE INDEX ix_idempotency_key_created_at ON idempotency_key (created_at);

      -- The number of the writing transaction, as a type that entities can name.
      CREATE FUNCTION current_xid() RETURNS bigint LANGUAGE sql VOLATILE AS 'SELECT pg_current_xact_id()::text::bigint';
      CREATE TABLE audit_entry (
        seq bigint GENERATED ALWAYS AS IDENTITY,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        actor_kind text NOT NULL,
        actor_id uuid,
        actor_name text,
        organization_id uuid,
        action text NOT NULL,
        subject_type text NOT NULL,
        subject_id text NOT NULL,
        data jsonb NOT NULL DEFAULT '{}',
        xid bigint NOT NULL DEFAULT current_xid(),
        CONSTRAINT pk_audit_entry PRIMARY KEY (seq)
      );
      CREATE INDEX ix_audit_entry_subject ON audit_entry (subject_type, subject_id, seq);
      -- The order of sealing: transactions are numbered before they commit, so once all below a number have ended no row can appear below it.
      CREATE INDEX ix_audit_entry_order ON audit_entry (xid, seq);
      CREATE TABLE audit_block (
        number bigint NOT NULL,
        through_xid bigint NOT NULL,
        through_seq bigint NOT NULL,
        seqs bigint[] NOT NULL,
        entry_seals text[] NOT NULL,
        previous_hash text NOT NULL,
        hash text NOT NULL,
        key_id text NOT NULL,
        sealed_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_audit_block PRIMARY KEY (number)
      );
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
        $f$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $f$;
      CREATE TRIGGER tr_audit_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER tr_audit_block_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_block FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      REVOKE UPDATE, DELETE, TRUNCATE ON audit_entry, audit_block FROM gate_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
