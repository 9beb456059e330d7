import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Papers by which organizations are verified, and until when a verification holds. */
export class Verification20261124000300 implements MigrationInterface {
  name = 'Verification20261124000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organization_document (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        organization_id uuid NOT NULL,
        kind text NOT NULL,
        title text NOT NULL,
        reference text,
        language text NOT NULL,
        translated boolean NOT NULL DEFAULT false,
        issued_on date NOT NULL,
        expires_on date,
        uploaded_by uuid NOT NULL,
        uploaded_at timestamptz NOT NULL DEFAULT gate_now(),
        outcome text,
        reason text,
        note text,
        reviewer_id uuid,
        reviewed_at timestamptz,
        late_told boolean NOT NULL DEFAULT false,
        CONSTRAINT pk_organization_document PRIMARY KEY (id),
        CONSTRAINT fk_organization_document_organization FOREIGN KEY (organization_id) REFERENCES organization (id) ON DELETE CASCADE,
        CONSTRAINT fk_organization_document_uploaded_by FOREIGN KEY (uploaded_by) REFERENCES person (id) ON DELETE RESTRICT,
        CONSTRAINT fk_organization_document_reviewer FOREIGN KEY (reviewer_id) REFERENCES person (id) ON DELETE RESTRICT,
        CONSTRAINT ck_organization_document_kind CHECK (kind IN ('registration-certificate', 'public-body-letter', 'founding-act', 'signatory-authority',
          'reference', 'financial-statement', 'ownership')),
        CONSTRAINT ck_organization_document_outcome CHECK (outcome IN ('accepted', 'refused')),
        CONSTRAINT ck_organization_document_dates CHECK (issued_on <= expires_on)
      );
      CREATE INDEX ix_organization_document_organization ON organization_document (organization_id, uploaded_at, id);
      CREATE INDEX ix_organization_document_waiting ON organization_document (uploaded_at) WHERE outcome IS NULL;

      ALTER TABLE organization ADD COLUMN verified_until timestamptz, ADD COLUMN reverify_reminded integer;
      -- Who was verified before gets the full time from now on.
      UPDATE organization SET verified_until = gate_now() + interval '24 months' WHERE level IN ('verified', 'due_diligence');
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
