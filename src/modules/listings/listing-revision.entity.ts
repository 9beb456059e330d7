import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** One numbered version of the content. It no longer changes once submitted. */
@Entity('listing_revision')
@Check('ck_listing_revision_number', 'revision > 0')
export class ListingRevisionEntity {
  @PrimaryColumn({ name: 'listing_id', type: 'uuid', primaryKeyConstraintName: 'pk_listing_revision' })
  @ForeignKey('ListingEntity', { name: 'fk_listing_revision_listing', onDelete: 'CASCADE' })
  listingId: string;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'pk_listing_revision' })
  revision: number;

  /** Source language of its texts. */
  @Column('text')
  language: string;

  /** Checked by the kind's schema. */
  @Column('jsonb')
  content: object;

  /** Who last changed it. */
  @Column({ name: 'edited_by', type: 'uuid', nullable: true })
  @ForeignKey('PersonEntity', { name: 'fk_listing_revision_edited_by', onDelete: 'RESTRICT' })
  editedBy: string | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'gate_now()' })
  createdAt: Date;

  @Column({ name: 'submitted_at', type: 'timestamptz', nullable: true })
  submittedAt: Date | null;
}
