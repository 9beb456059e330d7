import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Listings with their revisions, reviews and catalogue membership, and the seeker's profile. */
export class Listings20261123000600 implements MigrationInterface {
  name = 'Listings20261123000600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SETTINGS);
    await runner.query(LISTINGS);
    await runner.query(REVISIONS);
    await runner.query(CATALOGUE);
    await runner.query(SEEKERS);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const SETTINGS = `
  CREATE TABLE gate_setting (
    key text NOT NULL,
    value text NOT NULL,
    CONSTRAINT pk_gate_setting PRIMARY KEY (key)
  );
  INSERT INTO gate_setting (key, value) VALUES ('examples', 'off');
`;

const LISTINGS = `
  CREATE SEQUENCE listing_number;

  CREATE TABLE listing (
    id uuid NOT NULL,
    reference text NOT NULL,
    kind text NOT NULL,
    organization_id uuid NOT NULL,
    owner_country text NOT NULL,
    country text NOT NULL,
    state text NOT NULL DEFAULT 'draft',
    state_reason text,
    state_note text,
    version integer NOT NULL DEFAULT 1,
    language text NOT NULL,
    latest_revision integer NOT NULL DEFAULT 1,
    published_revision integer,
    pending_revision integer,
    pending_state text,
    created_by uuid,
    submitted_by uuid,
    contact_person_id uuid,
    submitted_at timestamptz,
    published_at timestamptz,
    assured_at timestamptz,
    assured_by uuid,
    expires_at timestamptz,
    reminded_days smallint,
    external_key text,
    anonymous boolean NOT NULL DEFAULT false,
    is_example boolean NOT NULL DEFAULT false,
    listed_at timestamptz NOT NULL DEFAULT gate_now(),
    created_at timestamptz NOT NULL DEFAULT gate_now(),
    updated_at timestamptz NOT NULL DEFAULT gate_now(),
    CONSTRAINT pk_listing PRIMARY KEY (id),
    CONSTRAINT uq_listing_reference UNIQUE (reference),
    CONSTRAINT uq_listing_external_key UNIQUE (organization_id, external_key),
    CONSTRAINT ck_listing_kind CHECK (kind IN ('technology', 'solution', 'financing', 'need')),
    CONSTRAINT ck_listing_state CHECK (state IN ('draft', 'submitted', 'centre_review', 'global_review', 'changes_requested',
      'published', 'expiring', 'paused', 'suspended', 'fulfilled', 'expired', 'withdrawn', 'rejected', 'archived')),
    CONSTRAINT ck_listing_pending_state CHECK (pending_state IN ('draft', 'submitted', 'centre_review', 'global_review', 'changes_requested')),
    CONSTRAINT ck_listing_pending CHECK ((pending_state IS NULL) = (pending_revision IS NULL)),
    CONSTRAINT ck_listing_published CHECK (state NOT IN ('published', 'expiring', 'paused', 'suspended')
      OR (published_revision IS NOT NULL AND expires_at IS NOT NULL)),
    CONSTRAINT fk_listing_organization FOREIGN KEY (organization_id) REFERENCES organization (id) ON DELETE RESTRICT,
    CONSTRAINT fk_listing_created_by FOREIGN KEY (created_by) REFERENCES person (id) ON DELETE RESTRICT,
    CONSTRAINT fk_listing_submitted_by FOREIGN KEY (submitted_by) REFERENCES person (id) ON DELETE RESTRICT,
    CONSTRAINT fk_listing_contact_person FOREIGN KEY (contact_person_id) REFERENCES person (id) ON DELETE RESTRICT,
    CONSTRAINT fk_listing_assured_by FOREIGN KEY (assured_by) REFERENCES person (id) ON DELETE RESTRICT
  );
  CREATE INDEX ix_listing_organization ON listing (organization_id, listed_at, id);
  CREATE INDEX ix_listing_open ON listing (listed_at, id) WHERE state IN ('published', 'expiring');
  CREATE INDEX ix_listing_state ON listing (state, listed_at, id);
  CREATE INDEX ix_listing_due ON listing (expires_at) WHERE state IN ('published', 'expiring', 'paused');
  CREATE INDEX ix_listing_pending ON listing (pending_state, owner_country) WHERE pending_state IS NOT NULL;

  CREATE FUNCTION next_listing_reference(prefix text, country text) RETURNS text LANGUAGE sql VOLATILE AS $f$
    SELECT prefix || '-' || country || '-' || to_char(gate_now() AT TIME ZONE 'UTC', 'YYYY') || '-' || lpad(n, greatest(6, length(n)), '0')
    FROM (SELECT nextval('listing_number')::text AS n) AS number
  $f$;
`;

const REVISIONS = `
  CREATE TABLE listing_revision (
    listing_id uuid NOT NULL,
    revision integer NOT NULL,
    language text NOT NULL,
    content jsonb NOT NULL,
    edited_by uuid,
    created_at timestamptz NOT NULL DEFAULT gate_now(),
    submitted_at timestamptz,
    CONSTRAINT pk_listing_revision PRIMARY KEY (listing_id, revision),
    CONSTRAINT ck_listing_revision_number CHECK (revision > 0),
    CONSTRAINT fk_listing_revision_listing FOREIGN KEY (listing_id) REFERENCES listing (id) ON DELETE CASCADE,
    CONSTRAINT fk_listing_revision_edited_by FOREIGN KEY (edited_by) REFERENCES person (id) ON DELETE RESTRICT
  );

  CREATE TABLE listing_text (
    listing_id uuid NOT NULL,
    language text NOT NULL,
    title text,
    teaser text,
    description text,
    origin text NOT NULL,
    CONSTRAINT pk_listing_text PRIMARY KEY (listing_id, language),
    CONSTRAINT ck_listing_text_origin CHECK (origin IN ('author', 'human-translation', 'machine')),
    CONSTRAINT fk_listing_text_listing FOREIGN KEY (listing_id) REFERENCES listing (id) ON DELETE CASCADE
  );

  CREATE TABLE listing_code (
    listing_id uuid NOT NULL,
    scheme text NOT NULL,
    code text NOT NULL,
    main boolean NOT NULL DEFAULT false,
    percentage real,
    CONSTRAINT pk_listing_code PRIMARY KEY (listing_id, scheme, code),
    CONSTRAINT fk_listing_code_listing FOREIGN KEY (listing_id) REFERENCES listing (id) ON DELETE CASCADE
  );
  CREATE INDEX ix_listing_code_code ON listing_code (scheme, code);

  CREATE TABLE review_decision (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    listing_id uuid NOT NULL,
    revision integer NOT NULL,
    stage text NOT NULL,
    decision text NOT NULL,
    reviewer_id uuid NOT NULL,
    stand_in boolean NOT NULL DEFAULT false,
    reason text,
    note text,
    decided_at timestamptz NOT NULL DEFAULT gate_now(),
    CONSTRAINT pk_review_decision PRIMARY KEY (id),
    CONSTRAINT ck_review_decision_stage CHECK (stage IN ('centre_review', 'global_review')),
    CONSTRAINT ck_review_decision_decision CHECK (decision IN ('approve', 'request-changes', 'reject')),
    CONSTRAINT fk_review_decision_listing FOREIGN KEY (listing_id) REFERENCES listing (id) ON DELETE CASCADE,
    CONSTRAINT fk_review_decision_reviewer FOREIGN KEY (reviewer_id) REFERENCES person (id) ON DELETE RESTRICT
  );
  CREATE INDEX ix_review_decision_listing ON review_decision (listing_id, decided_at);
`;

const CATALOGUE = `
  -- What index replicas follow. No foreign key: a replica learns of a listing that is gone by its number too.
  CREATE TABLE listing_change (
    seq bigint GENERATED ALWAYS AS IDENTITY,
    xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    listing_id uuid NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_listing_change PRIMARY KEY (seq)
  );
  CREATE FUNCTION notify_catalogue() RETURNS trigger LANGUAGE plpgsql AS
    $f$ BEGIN NOTIFY catalogue; RETURN NULL; END $f$;
  CREATE TRIGGER tr_listing_change_notify AFTER INSERT ON listing_change FOR EACH STATEMENT EXECUTE FUNCTION notify_catalogue();

  -- The one place that says what is in the catalogue. Sub-selects are evaluated once a statement.
  CREATE VIEW catalogue_listing AS
    SELECT l.id, l.reference, l.kind, l.published_revision AS revision, l.language, l.country, l.organization_id, l.owner_country,
           o.type AS owner_type, o.level AS owner_level, l.anonymous, l.is_example, l.listed_at, l.published_at, l.assured_at, l.expires_at
    FROM listing l JOIN organization o ON o.id = l.organization_id
    WHERE l.state IN ('published', 'expiring')
      AND l.expires_at > (SELECT gate_now())
      AND o.standing = 'good'
      AND (o.level IN ('verified', 'due_diligence') OR (o.level IN ('basic', 'documents_submitted') AND l.kind <> 'financing'))
      AND (NOT l.is_example OR (SELECT value FROM gate_setting WHERE key = 'examples') = 'on');
`;

const SEEKERS = `
  CREATE TABLE seeker_profile (
    organization_id uuid NOT NULL,
    statement text,
    sectors text[] NOT NULL DEFAULT '{}',
    updated_at timestamptz NOT NULL DEFAULT gate_now(),
    version integer NOT NULL DEFAULT 0,
    CONSTRAINT pk_seeker_profile PRIMARY KEY (organization_id),
    CONSTRAINT fk_seeker_profile_organization FOREIGN KEY (organization_id) REFERENCES organization (id) ON DELETE CASCADE
  );
`;
