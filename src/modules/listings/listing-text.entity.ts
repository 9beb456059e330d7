import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Texts of the published revision, one row a language and field. */
@Entity('listing_text')
@Check('ck_listing_text_origin', `origin IN ('author', 'human-translation', 'machine')`)
export class ListingTextEntity {
  @PrimaryColumn({ name: 'listing_id', type: 'uuid', primaryKeyConstraintName: 'pk_listing_text' })
  @ForeignKey('ListingEntity', { name: 'fk_listing_text_listing', onDelete: 'CASCADE' })
  listingId: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_listing_text' })
  language: string;

  /** Path in the content: `title`, `details.problem`. */
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_listing_text' })
  field: string;

  @Column('text')
  value: string;

  @Column('text')
  origin: string;

  /** Who has compared it with the source. */
  @Column({ name: 'checked_by', type: 'uuid', nullable: true })
  checkedBy: string | null;
}
