import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** What is wrong with one cell of a table, or with a whole row. */
@Entity('import_fault')
@Index('ix_import_fault_run', ['runId', 'line', 'id'])
export class ImportFaultEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', primaryKeyConstraintName: 'pk_import_fault' })
  id: string;

  @Column({ name: 'run_id', type: 'uuid' })
  @ForeignKey('ImportRunEntity', { name: 'fk_import_fault_run', onDelete: 'CASCADE' })
  runId: string;

  @Column('integer')
  line: number;

  /** As the file calls it; empty for a whole row. */
  @Column({ name: 'column_name', type: 'text' })
  column: string;

  @Column('text')
  reason: string;
}
