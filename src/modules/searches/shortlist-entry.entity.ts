import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A listing that somebody has set aside to look at again. */
@Entity('shortlist_entry')
@Index('ix_shortlist_entry_listing', ['listingId'])
export class ShortlistEntryEntity {
  @PrimaryColumn({ name: 'person_id', type: 'uuid', primaryKeyConstraintName: 'pk_shortlist_entry' })
  @ForeignKey('PersonEntity', { name: 'fk_shortlist_entry_person', onDelete: 'CASCADE' })
  personId: string;

  @PrimaryColumn({ name: 'listing_id', type: 'uuid', primaryKeyConstraintName: 'pk_shortlist_entry' })
  @ForeignKey('ListingEntity', { name: 'fk_shortlist_entry_listing', onDelete: 'CASCADE' })
  listingId: string;

  @Column({ name: 'added_at', type: 'timestamptz', default: () => 'gate_now()' })
  addedAt: Date;
}
