import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A file that arrives part by part, so that a line that breaks loses one part at most. It goes after a day, finished or not. */
@Entity('upload')
@Index('ix_upload_person', ['personId'])
@Check('ck_upload_received', 'received BETWEEN 0 AND bytes')
export class UploadEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_upload' })
  id: string;

  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey('PersonEntity', { name: 'fk_upload_person', onDelete: 'CASCADE' })
  personId: string;

  @Column('text')
  name: string;

  /** As its sender declares it. */
  @Column('text')
  type: string;

  /** Of the whole file. */
  @Column('integer')
  bytes: number;

  @Column({ type: 'integer', default: 0 })
  received: number;

  @Column({ name: 'started_at', type: 'timestamptz', default: () => 'gate_now()' })
  startedAt: Date;
}
