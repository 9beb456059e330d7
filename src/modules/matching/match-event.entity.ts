import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { MatchSide, MatchState, MatchTransition } from './match.lifecycle.js';

/** As what a person acted who did not act as a member of a side. */
export const OFFICES = ['centre', 'administrator'] as const;
export type Office = (typeof OFFICES)[number];

/** One step in the life of a match. What the engine does to rows nobody has touched is not history. */
@Entity('match_event')
@Index('ix_match_event_match', ['matchId', 'id'])
@Check('ck_match_event_actor_kind', `actor_kind IN ('person', 'system')`)
@Check('ck_match_event_side', `side IN ('provider', 'seeker')`)
@Check('ck_match_event_office', `office IN ('centre', 'administrator')`)
@Check('ck_match_event_note', `length(note) <= 1000`)
export class MatchEventEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS', primaryKeyConstraintName: 'pk_match_event' })
  id: string;

  @Column({ name: 'match_id', type: 'uuid' })
  @ForeignKey('MatchEntity', { name: 'fk_match_event_match', onDelete: 'CASCADE' })
  matchId: string;

  @Column({ type: 'timestamptz', default: () => 'gate_now()' })
  at: Date;

  @Column('text')
  name: MatchTransition | 'open' | 'ask-again';

  @Column({ name: 'from_state', type: 'text', nullable: true })
  fromState: MatchState | null;

  @Column({ name: 'to_state', type: 'text' })
  toState: MatchState;

  @Column({ name: 'actor_kind', type: 'text' })
  actorKind: 'person' | 'system';

  @Column({ name: 'person_id', type: 'uuid', nullable: true })
  personId: string | null;

  @Column({ type: 'text', nullable: true })
  side: MatchSide | null;

  @Column({ type: 'text', nullable: true })
  reason: string | null;

  /** Null for members of a side and for the exchange. */
  @Column({ type: 'text', nullable: true })
  office: Office | null;

  /** Words that came with it, where they are not part of a yes or an end. */
  @Column({ type: 'text', nullable: true })
  note: string | null;
}
