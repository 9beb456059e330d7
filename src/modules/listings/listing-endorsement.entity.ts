import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A government stands behind a listing: what its letter says, and who entered that. Withdrawing keeps the row. */
@Entity('listing_endorsement')
@Index('ix_listing_endorsement_listing', ['listingId', 'endorsedOn'])
@Check('ck_listing_endorsement_days', 'expires_on >= endorsed_on')
@Check('ck_listing_endorsement_withdrawal', '(withdrawn_at IS NULL) = (withdrawal_reason IS NULL)')
export class ListingEndorsementEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_listing_endorsement' })
  id: string;

  @Column({ name: 'listing_id', type: 'uuid' })
  @ForeignKey('ListingEntity', { name: 'fk_listing_endorsement_listing', onDelete: 'CASCADE' })
  listingId: string;

  @Column('text')
  institution: string;

  @Column({ name: 'person_name', type: 'text' })
  personName: string;

  @Column({ name: 'person_position', type: 'text' })
  personPosition: string;

  /** Reference of the letter. */
  @Column('text')
  document: string;

  /** A copy or picture of it. */
  @Column({ name: 'file_id', type: 'uuid', nullable: true })
  @ForeignKey('StoredFileEntity', { name: 'fk_listing_endorsement_file', onDelete: 'RESTRICT' })
  fileId: string | null;

  @Column({ name: 'endorsed_on', type: 'date' })
  endorsedOn: string;

  /** Its last day; null: until it is withdrawn. */
  @Column({ name: 'expires_on', type: 'date', nullable: true })
  expiresOn: string | null;

  @Column({ name: 'recorded_by', type: 'uuid', nullable: true })
  @ForeignKey('PersonEntity', { name: 'fk_listing_endorsement_recorded_by', onDelete: 'SET NULL' })
  recordedBy: string | null;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'gate_now()' })
  recordedAt: Date;

  @Column({ name: 'withdrawn_at', type: 'timestamptz', nullable: true })
  withdrawnAt: Date | null;

  @Column({ name: 'withdrawn_by', type: 'uuid', nullable: true })
  @ForeignKey('PersonEntity', { name: 'fk_listing_endorsement_withdrawn_by', onDelete: 'SET NULL' })
  withdrawnBy: string | null;

  /** A code of the reason list, and words for the owner and the house. */
  @Column({ name: 'withdrawal_reason', type: 'text', nullable: true })
  withdrawalReason: string | null;

  @Column({ name: 'withdrawal_note', type: 'text', nullable: true })
  withdrawalNote: string | null;
}
