import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** An organization has opened the full text of another one's listing. Nothing is kept of the person. */
@Entity('listing_reader')
export class ListingReaderEntity {
  @PrimaryColumn({ name: 'listing_id', type: 'uuid', primaryKeyConstraintName: 'pk_listing_reader' })
  @ForeignKey('ListingEntity', { name: 'fk_listing_reader_listing', onDelete: 'CASCADE' })
  listingId: string;

  @PrimaryColumn({ name: 'organization_id', type: 'uuid', primaryKeyConstraintName: 'pk_listing_reader' })
  @ForeignKey('OrganizationEntity', { name: 'fk_listing_reader_organization', onDelete: 'CASCADE' })
  organizationId: string;

  @Column({ name: 'opened_at', type: 'timestamptz', default: () => 'gate_now()' })
  openedAt: Date;
}
