import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Delivery, NotificationKind } from './notification-kinds.js';

/** Where a person wants mail otherwise than by default. */
@Entity('notification_preference')
@Check('ck_notification_preference_delivery', `delivery IN ('off', 'immediate', 'daily')`)
export class NotificationPreferenceEntity {
  @PrimaryColumn({ name: 'person_id', type: 'uuid', primaryKeyConstraintName: 'pk_notification_preference' })
  @ForeignKey('PersonEntity', { name: 'fk_notification_preference_person', onDelete: 'CASCADE' })
  personId: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_notification_preference' })
  kind: NotificationKind;

  @Column('text')
  delivery: Delivery;
}
