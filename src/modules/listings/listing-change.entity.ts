import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/**
 * A numbered change of what the catalogue may hold, followed by the index replicas. TypeORM does not know the type of its column `xid` (xid8, the
 * writing transaction, compared with snapshots in SQL), so the migration alone defines the table.
 */
@Entity('listing_change', { synchronize: false })
export class ListingChangeEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS', primaryKeyConstraintName: 'pk_listing_change' })
  seq: string;

  @Column({ name: 'listing_id', type: 'uuid' })
  listingId: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at: Date;
}
