import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** What a reviewer wants changed in one field, and what its owner did about it. */
@Entity('change_request')
@Index('ix_change_request_listing', ['listingId', 'requestedAt', 'position'])
export class ChangeRequestEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_change_request' })
  id: string;

  @Column({ name: 'listing_id', type: 'uuid' })
  @ForeignKey('ListingEntity', { name: 'fk_change_request_listing', onDelete: 'CASCADE' })
  listingId: string;

  /** The one the reviewer looked at. */
  @Column('integer')
  revision: number;

  /** Its place among those asked at the same time. */
  @Column('integer')
  position: number;

  /** `title`, `details.advantage`. */
  @Column('text')
  path: string;

  @Column('text')
  note: string;

  @Column({ name: 'requested_by', type: 'uuid' })
  @ForeignKey('PersonEntity', { name: 'fk_change_request_requested_by', onDelete: 'RESTRICT' })
  requestedBy: string;

  @Column({ name: 'requested_at', type: 'timestamptz', default: () => 'gate_now()' })
  requestedAt: Date;

  /** Why the field stays as it is, or words about the change. */
  @Column({ type: 'text', nullable: true })
  answer: string | null;

  /** The field had another value when the listing was submitted again. */
  @Column({ type: 'boolean', default: false })
  changed: boolean;

  @Column({ name: 'answered_by', type: 'uuid', nullable: true })
  @ForeignKey('PersonEntity', { name: 'fk_change_request_answered_by', onDelete: 'RESTRICT' })
  answeredBy: string | null;

  @Column({ name: 'answered_at', type: 'timestamptz', nullable: true })
  answeredAt: Date | null;
}
