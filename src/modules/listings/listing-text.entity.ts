import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Texts of the published revision, one row a language. */
@Entity('listing_text')
@Check('ck_listing_text_origin', `origin IN ('author', 'human-translation', 'machine')`)
export class ListingTextEntity {
  @PrimaryColumn({ name: 'listing_id', type: 'uuid', primaryKeyConstraintName: 'pk_listing_text' })
  @ForeignKey('ListingEntity', { name: 'fk_listing_text_listing', onDelete: 'CASCADE' })
  listingId: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_listing_text' })
  language: string;

  @Column({ type: 'text', nullable: true })
  title: string | null;

  @Column({ type: 'text', nullable: true })
  teaser: string | null;

  @Column({ type: 'text', nullable: true })
  description: string | null;

  @Column('text')
  origin: string;
}
