import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { DeskKeys } from './desk-keys.js';

@Entity('person')
@Unique('uq_person_email', ['email'])
@Check('ck_person_email', `email = lower(email)`)
@Check('ck_person_terms', `(terms_version IS NULL) = (terms_accepted_at IS NULL)`)
@Check('ck_person_language', `language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'`)
@Index('ix_person_created_at', ['createdAt', 'id'])
@Index('ix_person_administrator', ['id'], { where: 'administrator' })
export class PersonEntity {
  /** That of the account in schema auth. */
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_person' })
  id: string;

  @Column('text')
  email: string;

  @Column('text')
  name: string;

  @Column({ type: 'text', default: 'en' })
  language: string;

  @Column({ name: 'time_zone', type: 'text', default: 'UTC' })
  timeZone: string;

  /** Keys that lead her through the pages of a desk; null: none. */
  @Column({ name: 'desk_keys', type: 'jsonb', nullable: true })
  deskKeys: DeskKeys | null;

  @Column({ type: 'boolean', default: false })
  administrator: boolean;

  @Column({ type: 'boolean', default: false })
  auditor: boolean;

  /** As she chose it last; counts only while she is a member there. */
  @Column({ name: 'acting_organization_id', type: 'uuid', nullable: true })
  actingOrganizationId: string | null;

  @Column({ name: 'disabled_at', type: 'timestamptz', nullable: true })
  disabledAt: Date | null;

  /** Of the terms she accepted last; null where nobody asked her. */
  @Column({ name: 'terms_version', type: 'text', nullable: true })
  termsVersion: string | null;

  @Column({ name: 'terms_accepted_at', type: 'timestamptz', nullable: true })
  termsAcceptedAt: Date | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'gate_now()' })
  createdAt: Date;

  @Column({ name: 'last_seen_at', type: 'timestamptz', nullable: true })
  lastSeenAt: Date | null;

  @Column({ type: 'integer', default: 1 })
  version: number;
}
