import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** How the public reaches a centre or the global desk. */
export interface PublicContact {
  email: string;
  phone?: string | undefined;
  website?: string | undefined;
  address?: string | undefined;
}

/** The institution that serves GATE in one country or more, by its designation letter. Ending keeps the row. */
@Entity('centre')
@Index('ix_centre_due', ['letterExpires'], { where: 'ended_at IS NULL' })
@Check('ck_centre_letter', 'letter_expires >= letter_date')
export class CentreEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_centre' })
  id: string;

  @Column('text')
  name: string;

  /** The institution that houses it. */
  @Column('text')
  host: string;

  @Column('jsonb')
  contact: PublicContact;

  @Column({ name: 'letter_reference', type: 'text' })
  letterReference: string;

  @Column({ name: 'letter_date', type: 'date' })
  letterDate: string;

  /** Its last day; null: until it is taken back. */
  @Column({ name: 'letter_expires', type: 'date', nullable: true })
  letterExpires: string | null;

  /** The last reminder of the end of its letter, in days before it; 0 once it has run out. */
  @Column({ name: 'reminded_days', type: 'smallint', nullable: true })
  remindedDays: number | null;

  @Column({ name: 'is_example', type: 'boolean', default: false })
  isExample: boolean;

  @Column({ name: 'created_by', type: 'uuid', nullable: true })
  @ForeignKey('PersonEntity', { name: 'fk_centre_created_by', onDelete: 'SET NULL' })
  createdBy: string | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'gate_now()' })
  createdAt: Date;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt: Date | null;

  /** Code of the reason list. */
  @Column({ name: 'end_reason', type: 'text', nullable: true })
  endReason: string | null;

  @Column({ type: 'integer', default: 1 })
  version: number;
}
