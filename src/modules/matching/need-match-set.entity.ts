import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What a need was last matched against. Its row lock makes the replacement of a set one thing at a time. */
@Entity('need_match_set')
export class NeedMatchSetEntity {
  @PrimaryColumn({ name: 'need_id', type: 'uuid', primaryKeyConstraintName: 'pk_need_match_set' })
  @ForeignKey('ListingEntity', { name: 'fk_need_match_set_need', onDelete: 'CASCADE' })
  needId: string;

  /** Number of the look at the catalogue behind it (`CatalogueFollower.catchUp`); a run with a lower one is stale. */
  @Column({ name: 'matched_seq', type: 'bigint' })
  matchedSeq: string;

  /** `pg_snapshot` taken before the run looked at the catalogue: what is visible in it, the set has taken into account. */
  @Column('text')
  seen: string;

  @Column({ name: 'matched_at', type: 'timestamptz' })
  matchedAt: Date;

  @Column({ name: 'engine_version', type: 'text' })
  engineVersion: string;
}
