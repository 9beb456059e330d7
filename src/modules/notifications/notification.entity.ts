import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { NotificationKind } from './notification-kinds.js';

export const SUBJECT_TYPES = ['listing', 'match', 'organization', 'centre', 'search', 'import'] as const;
export type SubjectType = (typeof SUBJECT_TYPES)[number];

/** `now` and `digest` wait to be sent, `none` never goes out. */
export const MAIL_STATES = ['none', 'now', 'digest', 'sent'] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** What a text is made of: codes, figures, days, and titles of level 0. */
export type NotificationParams = Record<string, string | number>;

/** One thing a person was told. The inbox is the record; mail only carries it. */
@Entity('notification')
@Unique('uq_notification_dedup', ['personId', 'dedupKey'])
@Index('ix_notification_person', ['personId', 'createdAt', 'id'])
@Index('ix_notification_digest_due', ['personId'], { where: `mail = 'digest' AND digest_id IS NULL` })
@Index('ix_notification_digest', ['digestId'], { where: 'digest_id IS NOT NULL' })
@Check('ck_notification_subject_type', `subject_type IN ('listing', 'match', 'organization', 'centre', 'search', 'import')`)
@Check('ck_notification_mail', `mail IN ('none', 'now', 'digest', 'sent')`)
export class NotificationEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_notification' })
  id: string;

  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey('PersonEntity', { name: 'fk_notification_person', onDelete: 'CASCADE' })
  personId: string;

  /** As whose member she is told; null as staff. A key reads those of what it is bound to alone. */
  @Column({ name: 'organization_id', type: 'uuid', nullable: true })
  @ForeignKey('OrganizationEntity', { name: 'fk_notification_organization', onDelete: 'CASCADE' })
  organizationId: string | null;

  @Column('text')
  kind: NotificationKind;

  @Column({ name: 'subject_type', type: 'text' })
  subjectType: SubjectType;

  @Column({ name: 'subject_id', type: 'uuid' })
  subjectId: string;

  @Column('jsonb')
  params: NotificationParams;

  /** Path of the page, e.g. `/matches/<id>`. */
  @Column('text')
  link: string;

  /** The same for everything that must be told once. */
  @Column({ name: 'dedup_key', type: 'text' })
  dedupKey: string;

  /** Jobs whose figures are in `params.count`. */
  @Column({ type: 'uuid', array: true, default: [] })
  counted: string[];

  @Column('text')
  mail: MailState;

  @Column({ name: 'digest_id', type: 'uuid', nullable: true })
  @ForeignKey('NotificationDigestEntity', { name: 'fk_notification_digest', onDelete: 'SET NULL' })
  digestId: string | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'gate_now()' })
  createdAt: Date;

  @Column({ name: 'read_at', type: 'timestamptz', nullable: true })
  readAt: Date | null;
}
