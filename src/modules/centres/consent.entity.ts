import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ConsentScope } from '../organizations/index.js';
import type { ConsentEnding, ConsentKind } from './consent.policy.js';

/** Somebody of an organization has said that officers may act for it. Names and numbers are for the centre and the house alone. */
@Entity('consent')
@Index('ix_consent_organization', ['organizationId', 'recordedAt'])
@Index('ix_consent_due', ['validUntil'], { where: 'ended_at IS NULL' })
@Check('ck_consent_kind', `kind IN ('signed-form', 'noted-call')`)
@Check('ck_consent_scopes', `cardinality(scopes) > 0 AND scopes <@ '{register,list,answer-matches,receive-contacts}'::text[]`)
@Check('ck_consent_days', `valid_until >= given_on AND valid_until <= given_on + interval '12 months'`)
@Check('ck_consent_ending', `(ended_at IS NULL) = (ending IS NULL) AND ending IN ('withdrawn', 'lapsed', 'handed-over')`)
export class ConsentEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_consent' })
  id: string;

  @Column({ name: 'organization_id', type: 'uuid' })
  @ForeignKey('OrganizationEntity', { name: 'fk_consent_organization', onDelete: 'CASCADE' })
  organizationId: string;

  @Column('text')
  kind: ConsentKind;

  @Column({ name: 'person_name', type: 'text' })
  personName: string;

  @Column({ name: 'person_position', type: 'text', nullable: true })
  personPosition: string | null;

  @Column({ name: 'person_phone', type: 'text' })
  personPhone: string;

  @Column({ name: 'given_on', type: 'date' })
  givenOn: string;

  /** Its last day. */
  @Column({ name: 'valid_until', type: 'date' })
  validUntil: string;

  @Column({ type: 'text', array: true })
  scopes: ConsentScope[];

  /** A copy or picture of it. */
  @Column({ name: 'file_id', type: 'uuid', nullable: true })
  @ForeignKey('StoredFileEntity', { name: 'fk_consent_file', onDelete: 'RESTRICT' })
  fileId: string | null;

  @Column({ name: 'recorded_by', type: 'uuid', nullable: true })
  @ForeignKey('PersonEntity', { name: 'fk_consent_recorded_by', onDelete: 'SET NULL' })
  recordedBy: string | null;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'gate_now()' })
  recordedAt: Date;

  /** The last reminder of its coming end, in days before it. */
  @Column({ name: 'reminded_days', type: 'smallint', nullable: true })
  remindedDays: number | null;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt: Date | null;

  @Column({ type: 'text', nullable: true })
  ending: ConsentEnding | null;
}
