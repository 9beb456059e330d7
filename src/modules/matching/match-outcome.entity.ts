import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { MatchSide } from './match.lifecycle.js';

export const OUTCOME_STATUSES = ['no-contact-yet', 'talking', 'agreed', 'ended', 'other-side-silent'] as const;
export type OutcomeStatus = (typeof OUTCOME_STATUSES)[number];

/** So many of something: `{ value: 12, unit: 'pump' }`. */
export interface OutcomeQuantity {
  value: number;
  unit: string;
}

/** What one side says became of an introduction; later reports stand beside earlier ones. */
@Entity('match_outcome')
@Index('ix_match_outcome_match', ['matchId', 'at', 'id'])
@Check('ck_match_outcome_side', `side IN ('provider', 'seeker')`)
@Check('ck_match_outcome_status', `status IN ('no-contact-yet', 'talking', 'agreed', 'ended', 'other-side-silent')`)
@Check('ck_match_outcome_money', `(value IS NULL) = (currency IS NULL)`)
export class MatchOutcomeEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_match_outcome' })
  id: string;

  @Column({ name: 'match_id', type: 'uuid' })
  @ForeignKey('MatchEntity', { name: 'fk_match_outcome_match', onDelete: 'CASCADE' })
  matchId: string;

  @Column('text')
  side: MatchSide;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column('text')
  status: OutcomeStatus;

  @Column({ type: 'text', nullable: true })
  note: string | null;

  /** Worth of what was agreed, in `currency`. */
  @Column({ type: 'numeric', precision: 20, scale: 2, nullable: true })
  value: string | null;

  /** ISO 4217. */
  @Column({ type: 'text', nullable: true })
  currency: string | null;

  @Column('jsonb')
  quantities: OutcomeQuantity[];

  @Column({ type: 'timestamptz', default: () => 'gate_now()' })
  at: Date;
}
