import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Somebody would like to read a listing in a language that it has no text in. */
@Entity('language_wish')
export class LanguageWishEntity {
  @PrimaryColumn({ name: 'listing_id', type: 'uuid', primaryKeyConstraintName: 'pk_language_wish' })
  @ForeignKey('ListingEntity', { name: 'fk_language_wish_listing', onDelete: 'CASCADE' })
  listingId: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_language_wish' })
  language: string;

  /** The organization she acts for, which asks once; else the person. */
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_language_wish' })
  asker: string;

  @Column({ name: 'asked_at', type: 'timestamptz', default: () => 'gate_now()' })
  askedAt: Date;
}
