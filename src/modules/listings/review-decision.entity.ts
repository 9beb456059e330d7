import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { ReviewStage } from './listing.lifecycle.js';

export type Decision = 'approve' | 'request-changes' | 'reject';

/** What a reviewer decided on a revision, and the words she left for its owner. */
@Entity('review_decision')
@Index('ix_review_decision_listing', ['listingId', 'decidedAt'])
@Check('ck_review_decision_stage', `stage IN ('centre_review', 'global_review')`)
@Check('ck_review_decision_decision', `decision IN ('approve', 'request-changes', 'reject')`)
export class ReviewDecisionEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_review_decision' })
  id: string;

  @Column({ name: 'listing_id', type: 'uuid' })
  @ForeignKey('ListingEntity', { name: 'fk_review_decision_listing', onDelete: 'CASCADE' })
  listingId: string;

  @Column('integer')
  revision: number;

  @Column('text')
  stage: ReviewStage;

  @Column('text')
  decision: Decision;

  @Column({ name: 'reviewer_id', type: 'uuid' })
  @ForeignKey('PersonEntity', { name: 'fk_review_decision_reviewer', onDelete: 'RESTRICT' })
  reviewerId: string;

  /** An administrator decided in the centre's place. */
  @Column({ name: 'stand_in', type: 'boolean', default: false })
  standIn: boolean;

  @Column({ type: 'text', nullable: true })
  reason: string | null;

  @Column({ type: 'text', nullable: true })
  note: string | null;

  /** Items of the checklist that was in force, as the reviewer ticked them. */
  @Column({ type: 'jsonb', nullable: true })
  checklist: Record<string, boolean> | null;

  /** Who read the source language for the reviewer. */
  @Column({ name: 'read_by', type: 'text', nullable: true })
  readBy: string | null;

  @Column({ name: 'decided_at', type: 'timestamptz', default: () => 'gate_now()' })
  decidedAt: Date;
}
