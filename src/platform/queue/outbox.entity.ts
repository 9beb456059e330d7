import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { QueueName } from './job.js';

export const OUTBOX_STATES = ['waiting', 'done', 'dead'] as const;
export type OutboxState = (typeof OUTBOX_STATES)[number];

/** The record of a background job: written with the change that asks for it, done with the change it makes, dead when it could not. */
@Entity('outbox')
@Check('ck_outbox_state', `state IN ('waiting', 'done', 'dead')`)
// TypeORM reads the columns of an index in the table's order and would see drift in these; the migration defines them.
@Index('ix_outbox_waiting', { synchronize: false })
@Index('ix_outbox_unsent', { synchronize: false })
@Index('ix_outbox_failed', { synchronize: false })
@Index('ix_outbox_dead', { synchronize: false })
@Index('uq_outbox_dedupe', ['name', 'dedupe'], { unique: true, where: `state = 'waiting' AND starts = 0 AND dedupe IS NOT NULL` })
@Index('ix_outbox_done', ['doneAt'], { where: `state = 'done'` })
export class OutboxEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_outbox' })
  id: string;

  @Column('text')
  queue: QueueName;

  @Column('text')
  name: string;

  @Column('jsonb')
  payload: unknown;

  @Column({ type: 'text', default: 'waiting' })
  state: OutboxState;

  /** Raised whenever the job is sent again, which fences every earlier run. */
  @Column({ type: 'integer', default: 0 })
  generation: number;

  @Column({ type: 'integer', default: 0 })
  starts: number;

  /** See describeFailure: no words of people. */
  @Column({ name: 'last_error', type: 'text', nullable: true })
  lastError: string | null;

  /** Of rows that wait and never started, one for each name and dedupe. */
  @Column({ type: 'text', nullable: true })
  dedupe: string | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  /** Not before. */
  @Column({ name: 'available_at', type: 'timestamptz', default: () => 'now()' })
  availableAt: Date;

  /** Claimed by the relay; null: still to be handed to the queue. */
  @Column({ name: 'enqueued_at', type: 'timestamptz', nullable: true })
  enqueuedAt: Date | null;

  @Column({ name: 'started_at', type: 'timestamptz', nullable: true })
  startedAt: Date | null;

  /** The last run failed and the reconciler has not sent the job again yet. */
  @Column({ name: 'failed_at', type: 'timestamptz', nullable: true })
  failedAt: Date | null;

  @Column({ name: 'done_at', type: 'timestamptz', nullable: true })
  doneAt: Date | null;
}
