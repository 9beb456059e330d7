import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Another facility than its home that a listing is shown in. */
@Entity('listing_facility_tag')
@Index('ix_listing_facility_tag_facility', ['facility'])
export class ListingFacilityTagEntity {
  @PrimaryColumn({ name: 'listing_id', type: 'uuid', primaryKeyConstraintName: 'pk_listing_facility_tag' })
  @ForeignKey('ListingEntity', { name: 'fk_listing_facility_tag_listing', onDelete: 'CASCADE' })
  listingId: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_listing_facility_tag' })
  @ForeignKey('FacilityEntity', { name: 'fk_listing_facility_tag_facility', onDelete: 'RESTRICT' })
  facility: string;
}
