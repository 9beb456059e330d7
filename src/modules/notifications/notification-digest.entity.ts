import { Column, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** The one digest a person gets on a day. What it holds is fixed before it is sent, so every attempt sends the same. */
@Entity('notification_digest')
@Unique('uq_notification_digest_day', ['personId', 'day'])
export class NotificationDigestEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_notification_digest' })
  id: string;

  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey('PersonEntity', { name: 'fk_notification_digest_person', onDelete: 'CASCADE' })
  personId: string;

  @Column('date')
  day: string;

  @Column({ name: 'sent_at', type: 'timestamptz', nullable: true })
  sentAt: Date | null;
}
