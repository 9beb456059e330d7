import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Codes of the published revision. */
@Entity('listing_code')
@Index('ix_listing_code_code', ['scheme', 'code'])
export class ListingCodeEntity {
  @PrimaryColumn({ name: 'listing_id', type: 'uuid', primaryKeyConstraintName: 'pk_listing_code' })
  @ForeignKey('ListingEntity', { name: 'fk_listing_code_listing', onDelete: 'CASCADE' })
  listingId: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_listing_code' })
  scheme: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_listing_code' })
  code: string;

  @Column({ type: 'boolean', default: false })
  main: boolean;

  @Column({ type: 'real', nullable: true })
  percentage: number | null;
}
