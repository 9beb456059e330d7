import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A sealed run of entries, chained to the block before. Append-only by trigger and by rights. */
@Entity('audit_block')
export class AuditBlockEntity {
  @PrimaryColumn({ type: 'bigint', primaryKeyConstraintName: 'pk_audit_block' })
  number: string;

  /** Its last entry in the order (xid, seq): every entry up to there is in this block or an earlier one. */
  @Column({ name: 'through_xid', type: 'bigint' })
  throughXid: string;

  @Column({ name: 'through_seq', type: 'bigint' })
  throughSeq: string;

  @Column({ type: 'bigint', array: true })
  seqs: string[];

  /** One for each of `seqs`, so that a changed entry can be named. */
  @Column({ name: 'entry_seals', type: 'text', array: true })
  entrySeals: string[];

  @Column({ name: 'previous_hash', type: 'text' })
  previousHash: string;

  @Column('text')
  hash: string;

  /** Which key sealed it; the key itself is outside the database. */
  @Column({ name: 'key_id', type: 'text' })
  keyId: string;

  @Column({ name: 'sealed_at', type: 'timestamptz', default: () => 'now()' })
  sealedAt: Date;
}
