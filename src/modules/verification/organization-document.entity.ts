import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { COPY_BY, type CopyBy, DOCUMENT_KINDS, type DocumentKind, type DocumentOutcome } from './verification.policy.js';

/** A paper by which an organization is verified, and what became of it. */
@Entity('organization_document')
@Index('ix_organization_document_organization', ['organizationId', 'uploadedAt', 'id'])
@Index('ix_organization_document_waiting', ['uploadedAt'], { where: 'outcome IS NULL' })
@Check('ck_organization_document_kind', `kind IN (${DOCUMENT_KINDS.map((kind) => `'${kind}'`).join(', ')})`)
@Check('ck_organization_document_outcome', `outcome IN ('accepted', 'refused')`)
@Check(
  'ck_organization_document_copy_by',
  `copy_by IS NULL OR copy_by IN (${COPY_BY.map((by) => `'${by}'`).join(', ')}) AND file_id IS NULL`,
)
@Check('ck_organization_document_dates', 'issued_on <= expires_on')
export class OrganizationDocumentEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_organization_document' })
  id: string;

  @Column({ name: 'organization_id', type: 'uuid' })
  @ForeignKey('OrganizationEntity', { name: 'fk_organization_document_organization', onDelete: 'CASCADE' })
  organizationId: string;

  @Column('text')
  kind: DocumentKind;

  @Column('text')
  title: string;

  /** The number or name under which the office that issued it knows it. */
  @Column({ type: 'text', nullable: true })
  reference: string | null;

  @Column('text')
  language: string;

  /** A translation into a language of the desk is with it. */
  @Column({ type: 'boolean', default: false })
  translated: boolean;

  @Column({ name: 'issued_on', type: 'date' })
  issuedOn: string;

  /** Null for a paper that does not run out, such as a founding act. */
  @Column({ name: 'expires_on', type: 'date', nullable: true })
  expiresOn: string | null;

  /** A copy or picture of it. */
  @Column({ name: 'file_id', type: 'uuid', nullable: true })
  @ForeignKey('StoredFileEntity', { name: 'fk_organization_document_file', onDelete: 'RESTRICT' })
  fileId: string | null;

  /** Who is to bring the copy, as its organization has answered; null without an answer, and once the copy is there. */
  @Column({ name: 'copy_by', type: 'text', nullable: true })
  copyBy: CopyBy | null;

  @Column({ name: 'uploaded_by', type: 'uuid' })
  @ForeignKey('PersonEntity', { name: 'fk_organization_document_uploaded_by', onDelete: 'RESTRICT' })
  uploadedBy: string;

  @Column({ name: 'uploaded_at', type: 'timestamptz', default: () => 'gate_now()' })
  uploadedAt: Date;

  @Column({ type: 'text', nullable: true })
  outcome: DocumentOutcome | null;

  @Column({ type: 'text', nullable: true })
  reason: string | null;

  @Column({ type: 'text', nullable: true })
  note: string | null;

  @Column({ name: 'reviewer_id', type: 'uuid', nullable: true })
  @ForeignKey('PersonEntity', { name: 'fk_organization_document_reviewer', onDelete: 'RESTRICT' })
  reviewerId: string | null;

  @Column({ name: 'reviewed_at', type: 'timestamptz', nullable: true })
  reviewedAt: Date | null;

  /** Administrators have been told that nobody has decided in time. */
  @Column({ name: 'late_told', type: 'boolean', default: false })
  lateTold: boolean;
}
