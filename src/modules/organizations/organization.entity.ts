import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { OrganizationLevel, OrganizationSize, OrganizationStanding } from './organization.lifecycle.js';

@Entity('organization')
@Unique('uq_organization_number', ['number'])
@Unique('uq_organization_reference', ['reference'])
@Index('ix_organization_country', ['country', 'number'])
@Check('ck_organization_level', `level IN ('registered', 'basic', 'documents_submitted', 'verified', 'due_diligence')`)
@Check('ck_organization_standing', `standing IN ('good', 'rejected', 'suspended', 'expired')`)
@Check('ck_organization_size', `size IN ('micro', 'small', 'medium', 'large')`)
@Check('ck_organization_entered_by', `entered_by IN ('member', 'centre')`)
@Check('ck_organization_country', `country ~ '^[A-Z]{2}$'`)
export class OrganizationEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_organization' })
  id: string;

  /** Running number, the order of lists; also the last part of the reference. */
  @Column('integer')
  number: number;

  @Column('text')
  reference: string;

  @Column({ name: 'legal_name', type: 'text' })
  legalName: string;

  @Column('text')
  country: string;

  /** IATI organization type code. */
  @Column('text')
  type: string;

  @Column({ type: 'text', array: true })
  languages: string[];

  /** A class, by the people who work for it. */
  @Column({ type: 'text', nullable: true })
  size: OrganizationSize | null;

  @Column({ type: 'text', nullable: true })
  website: string | null;

  @Column({ name: 'contact_person_id', type: 'uuid' })
  @ForeignKey('PersonEntity', { name: 'fk_organization_contact_person', onDelete: 'RESTRICT' })
  contactPersonId: string;

  @Column({ type: 'text', default: 'registered' })
  level: OrganizationLevel;

  @Column({ type: 'text', default: 'good' })
  standing: OrganizationStanding;

  /** Its name is like one on a screening list, and nobody has said that it is another one: nothing of it is published meanwhile. */
  @Column({ type: 'boolean', default: false })
  held: boolean;

  /** Of the last decision about level or standing: a code of the reason list, and words for its members. */
  @Column({ name: 'decision_reason', type: 'text', nullable: true })
  decisionReason: string | null;

  @Column({ name: 'decision_note', type: 'text', nullable: true })
  decisionNote: string | null;

  /** Editors write its listings, and managers alone hand them in. */
  @Column({ name: 'submit_by_managers_only', type: 'boolean', default: false })
  submitByManagersOnly: boolean;

  /** When the present verification began, or the last one; null when there was none. */
  @Column({ name: 'verified_since', type: 'timestamptz', nullable: true })
  verifiedSince: Date | null;

  /** When it runs out, or has run out. */
  @Column({ name: 'verified_until', type: 'timestamptz', nullable: true })
  verifiedUntil: Date | null;

  /** Days before that day at which its managers were last reminded. */
  @Column({ name: 'reverify_reminded', type: 'integer', nullable: true })
  reverifyReminded: number | null;

  /** The same of due diligence, the level above. */
  @Column({ name: 'due_diligence_since', type: 'timestamptz', nullable: true })
  dueDiligenceSince: Date | null;

  @Column({ name: 'due_diligence_until', type: 'timestamptz', nullable: true })
  dueDiligenceUntil: Date | null;

  @Column({ name: 'due_diligence_reminded', type: 'integer', nullable: true })
  dueDiligenceReminded: number | null;

  /** When administrators were last told that nobody had decided on it in time. */
  @Column({ name: 'due_diligence_late_told', type: 'timestamptz', nullable: true })
  dueDiligenceLateTold: Date | null;

  /** Who registered it: a member, or a centre on its behalf. */
  @Column({ name: 'entered_by', type: 'text', default: 'member' })
  enteredBy: 'member' | 'centre';

  @Column({ name: 'is_example', type: 'boolean', default: false })
  isExample: boolean;

  @Column({ name: 'created_by', type: 'uuid' })
  @ForeignKey('PersonEntity', { name: 'fk_organization_created_by', onDelete: 'RESTRICT' })
  createdBy: string;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'gate_now()' })
  createdAt: Date;

  @Column({ type: 'integer', default: 1 })
  version: number;
}
