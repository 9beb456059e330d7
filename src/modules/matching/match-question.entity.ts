import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { MatchSide } from './match.lifecycle.js';

export const ASKERS = ['provider', 'seeker', 'administrators'] as const;
export type Asker = (typeof ASKERS)[number];

/** What one side wants to know of the other before it answers, or the reviewers of a side before they decide. */
@Entity('match_question')
@Index('ix_match_question_match', ['matchId', 'askedAt', 'id'])
@Check('ck_match_question_sides', `from_side IN ('provider', 'seeker', 'administrators') AND to_side IN ('provider', 'seeker') AND from_side <> to_side`)
@Check('ck_match_question_words', 'length(question) <= 1000 AND length(answer) <= 2000')
export class MatchQuestionEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_match_question' })
  id: string;

  @Column({ name: 'match_id', type: 'uuid' })
  @ForeignKey('MatchEntity', { name: 'fk_match_question_match', onDelete: 'CASCADE' })
  matchId: string;

  @Column({ name: 'from_side', type: 'text' })
  fromSide: Asker;

  @Column({ name: 'to_side', type: 'text' })
  toSide: MatchSide;

  @Column('text')
  question: string;

  @Column({ name: 'asked_by', type: 'uuid' })
  askedBy: string;

  @Column({ name: 'asked_at', type: 'timestamptz', default: () => 'gate_now()' })
  askedAt: Date;

  @Column({ type: 'text', nullable: true })
  answer: string | null;

  @Column({ name: 'answered_by', type: 'uuid', nullable: true })
  answeredBy: string | null;

  @Column({ name: 'answered_at', type: 'timestamptz', nullable: true })
  answeredAt: Date | null;
}
