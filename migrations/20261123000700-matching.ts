import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Matches, the set each need was last given, history, outcomes and the order in which parties and administrators are asked. */
export class Matching20261123000700 implements MigrationInterface {
  name = 'Matching20261123000700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE match (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        need_id uuid NOT NULL,
        offer_id uuid NOT NULL,
        kind text NOT NULL,
        source text NOT NULL,
        state text NOT NULL,
        touched boolean NOT NULL DEFAULT false,
        score integer NOT NULL,
        factors jsonb NOT NULL,
        rules jsonb NOT NULL,
        warnings jsonb NOT NULL,
        advice jsonb NOT NULL,
        engine_version text NOT NULL,
        scored_on date NOT NULL,
        need_revision integer NOT NULL,
        offer_revision integer NOT NULL,
        changed_since boolean NOT NULL DEFAULT false,
        need_organization_id uuid NOT NULL,
        offer_organization_id uuid NOT NULL,
        need_country text NOT NULL,
        offer_country text NOT NULL,
        opened_by uuid,
        opened_side text,
        brokered_by uuid,
        seeker_yes_at timestamptz,
        seeker_yes_by uuid,
        seeker_yes_revision integer,
        seeker_yes_terms text,
        seeker_yes_note text,
        seeker_asked_at timestamptz,
        provider_yes_at timestamptz,
        provider_yes_by uuid,
        provider_yes_revision integer,
        provider_yes_terms text,
        provider_yes_note text,
        provider_asked_at timestamptz,
        ended_at timestamptz,
        ended_by uuid,
        ended_side text,
        end_reason text,
        end_note text,
        until date,
        reviewer_id uuid,
        released_at timestamptz,
        under_review_at timestamptz,
        introduced_at timestamptz,
        need_noticed_at timestamptz,
        offer_noticed_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT gate_now(),
        updated_at timestamptz NOT NULL DEFAULT gate_now(),
        CONSTRAINT pk_match PRIMARY KEY (id),
        CONSTRAINT uq_match_pair UNIQUE (need_id, offer_id),
        CONSTRAINT ck_match_kind CHECK (kind IN ('technology', 'solution', 'financing')),
        CONSTRAINT ck_match_source CHECK (source IN ('engine', 'broker', 'member')),
        CONSTRAINT ck_match_state CHECK (state IN ('suggested', 'held', 'interest_provider', 'interest_seeker', 'under_review', 'introduced',
          'in_dialogue', 'converted', 'declined', 'rejected', 'lapsed', 'withdrawn', 'superseded')),
        CONSTRAINT ck_match_score CHECK (score BETWEEN 0 AND 10000),
        CONSTRAINT ck_match_opened_side CHECK (opened_side IN ('provider', 'seeker')),
        CONSTRAINT ck_match_ended_side CHECK (ended_side IN ('provider', 'seeker')),
        CONSTRAINT ck_match_notes CHECK (length(seeker_yes_note) <= 1000 AND length(provider_yes_note) <= 1000 AND length(end_note) <= 1000),
        -- An introduction without the yes of both sides must be impossible, whatever the code does.
        CONSTRAINT ck_match_both_said_yes CHECK (state NOT IN ('under_review', 'introduced', 'in_dialogue', 'converted')
          OR (seeker_yes_at IS NOT NULL AND provider_yes_at IS NOT NULL)),
        CONSTRAINT ck_match_introduced CHECK (state NOT IN ('introduced', 'in_dialogue', 'converted') OR (reviewer_id IS NOT NULL AND introduced_at IS NOT NULL)),
        CONSTRAINT fk_match_need FOREIGN KEY (need_id) REFERENCES listing (id) ON DELETE RESTRICT,
        CONSTRAINT fk_match_offer FOREIGN KEY (offer_id) REFERENCES listing (id) ON DELETE RESTRICT,
        CONSTRAINT fk_match_need_organization FOREIGN KEY (need_organization_id) REFERENCES organization (id) ON DELETE RESTRICT,
        CONSTRAINT fk_match_offer_organization FOREIGN KEY (offer_organization_id) REFERENCES organization (id) ON DELETE RESTRICT
      );
      CREATE INDEX ix_match_need ON match (need_id, score, id);
      CREATE INDEX ix_match_offer ON match (offer_id, score, id);
      CREATE INDEX ix_match_need_organization ON match (need_organization_id, score, id) WHERE state <> 'superseded';
      CREATE INDEX ix_match_offer_organization ON match (offer_organization_id, score, id) WHERE state <> 'superseded';
      CREATE INDEX ix_match_state ON match (state, score, id) WHERE state <> 'superseded';
      CREATE INDEX ix_match_until ON match (until) WHERE state = 'declined' AND until IS NOT NULL;

      -- What a need was last matched against. "seen" is a pg_snapshot taken before the run looked at the catalogue.
      CREATE TABLE need_match_set (
        need_id uuid NOT NULL,
        matched_seq bigint NOT NULL,
        seen text NOT NULL,
        matched_at timestamptz NOT NULL,
        engine_version text NOT NULL,
        CONSTRAINT pk_need_match_set PRIMARY KEY (need_id),
        CONSTRAINT fk_need_match_set_need FOREIGN KEY (need_id) REFERENCES listing (id) ON DELETE CASCADE
      );

      CREATE TABLE match_event (
        id bigint GENERATED ALWAYS AS IDENTITY,
        match_id uuid NOT NULL,
        at timestamptz NOT NULL DEFAULT gate_now(),
        name text NOT NULL,
        from_state text,
        to_state text NOT NULL,
        actor_kind text NOT NULL,
        person_id uuid,
        side text,
        reason text,
        CONSTRAINT pk_match_event PRIMARY KEY (id),
        CONSTRAINT ck_match_event_actor_kind CHECK (actor_kind IN ('person', 'system')),
        CONSTRAINT ck_match_event_side CHECK (side IN ('provider', 'seeker')),
        CONSTRAINT fk_match_event_match FOREIGN KEY (match_id) REFERENCES match (id) ON DELETE CASCADE
      );
      CREATE INDEX ix_match_event_match ON match_event (match_id, id);

      CREATE TABLE match_outcome (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        match_id uuid NOT NULL,
        side text NOT NULL,
        person_id uuid NOT NULL,
        status text NOT NULL,
        note text,
        value numeric(20, 2),
        currency text,
        quantities jsonb NOT NULL,
        at timestamptz NOT NULL DEFAULT gate_now(),
        CONSTRAINT pk_match_outcome PRIMARY KEY (id),
        CONSTRAINT ck_match_outcome_side CHECK (side IN ('provider', 'seeker')),
        CONSTRAINT ck_match_outcome_status CHECK (status IN ('no-contact-yet', 'talking', 'agreed', 'ended', 'other-side-silent')),
        CONSTRAINT ck_match_outcome_money CHECK ((value IS NULL) = (currency IS NULL)),
        CONSTRAINT fk_match_outcome_match FOREIGN KEY (match_id) REFERENCES match (id) ON DELETE CASCADE
      );
      CREATE INDEX ix_match_outcome_match ON match_outcome (match_id, at, id);

      -- Who is asked first, by facility, kind and class; the strictest row that applies wins.
      CREATE TABLE match_policy (
        facility text NOT NULL,
        kind text NOT NULL,
        class text NOT NULL,
        first_asked text NOT NULL,
        sensitive boolean NOT NULL DEFAULT false,
        CONSTRAINT pk_match_policy PRIMARY KEY (facility, kind, class),
        CONSTRAINT ck_match_policy_kind CHECK (kind IN ('technology', 'solution', 'financing')),
        CONSTRAINT ck_match_policy_class CHECK (class IN ('any', 'dual-use')),
        CONSTRAINT ck_match_policy_first_asked CHECK (first_asked IN ('parties_first', 'administrator_first'))
      );
      INSERT INTO match_policy (facility, kind, class, first_asked, sensitive) VALUES
        ('global', 'technology', 'any', 'parties_first', false),
        ('global', 'technology', 'dual-use', 'administrator_first', true),
        ('global', 'solution', 'any', 'parties_first', false),
        ('global', 'financing', 'any', 'parties_first', false);
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
