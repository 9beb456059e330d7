import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Collection } from './collections.js';

export const IMPORT_STATES = ['checking', 'checked', 'running', 'finished', 'failed'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** Names of the file's columns, and the column of ours that each is; null for one that is left out. */
export type ColumnMapping = Record<string, string | null>;

/** A table that somebody brings in: checked as a whole first, then, when she says so, its good rows. */
@Entity('import_run')
@Index('ix_import_run_created_by', ['createdBy', 'createdAt', 'id'])
@Check('ck_import_run_collection', `collection IN ('offers', 'needs')`)
@Check('ck_import_run_state', `state IN ('checking', 'checked', 'running', 'finished', 'failed')`)
export class ImportRunEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_import_run' })
  id: string;

  @Column('text')
  collection: Collection;

  /** Whose rows they are; null: each row names its organization. */
  @Column({ name: 'organization_id', type: 'uuid', nullable: true })
  @ForeignKey('OrganizationEntity', { name: 'fk_import_run_organization', onDelete: 'CASCADE' })
  organizationId: string | null;

  /** Given up when the run has ended. */
  @Column({ name: 'file_id', type: 'uuid' })
  fileId: string;

  @Column({ name: 'file_name', type: 'text' })
  fileName: string;

  @Column({ type: 'jsonb' })
  columns: ColumnMapping;

  /** Good rows are handed in for review too. */
  @Column('boolean')
  submit: boolean;

  @Column('text')
  state: ImportState;

  /** The last line that has been taken in, so that a run which is cut short goes on from there. */
  @Column({ name: 'taken_line', type: 'integer', default: 0 })
  takenLine: number;

  @Column({ type: 'integer', default: 0 })
  rows: number;

  @Column({ name: 'faulty_rows', type: 'integer', default: 0 })
  faultyRows: number;

  @Column({ type: 'integer', default: 0 })
  added: number;

  /** Rows whose key had gone in before. */
  @Column({ type: 'integer', default: 0 })
  known: number;

  @Column({ type: 'integer', default: 0 })
  submitted: number;

  @Column({ name: 'created_by', type: 'uuid' })
  @ForeignKey('PersonEntity', { name: 'fk_import_run_created_by', onDelete: 'RESTRICT' })
  createdBy: string;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'gate_now()' })
  createdAt: Date;

  @Column({ name: 'finished_at', type: 'timestamptz', nullable: true })
  finishedAt: Date | null;
}
