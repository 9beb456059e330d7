import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One act. Append-only by trigger and by rights. */
@Entity('audit_entry')
@Index('ix_audit_entry_subject', ['subjectType', 'subjectId', 'seq'])
// TypeORM reads the columns of an index in the table's order and would see drift in this one; the migration defines it.
@Index('ix_audit_entry_order', { synchronize: false })
export class AuditEntryEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS', primaryKeyConstraintName: 'pk_audit_entry' })
  seq: string;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  at: Date;

  @Column({ name: 'actor_kind', type: 'text' })
  actorKind: string;

  @Column({ name: 'actor_id', type: 'uuid', nullable: true })
  actorId: string | null;

  @Column({ name: 'actor_name', type: 'text', nullable: true })
  actorName: string | null;

  @Column({ name: 'organization_id', type: 'uuid', nullable: true })
  organizationId: string | null;

  @Column('text')
  action: string;

  @Column({ name: 'subject_type', type: 'text' })
  subjectType: string;

  @Column({ name: 'subject_id', type: 'text' })
  subjectId: string;

  @Column({ type: 'jsonb', default: {} })
  data: object;

  /** The transaction that wrote it. */
  @Column({ type: 'bigint', default: () => 'current_xid()' })
  xid: string;
}
