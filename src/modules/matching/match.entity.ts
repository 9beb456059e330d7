import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { OfferKind } from '../listings/index.js';
import type { MatchSide, MatchState } from './match.lifecycle.js';

export const MATCH_SOURCES = ['engine', 'broker', 'member'] as const;
export type MatchSource = (typeof MATCH_SOURCES)[number];

const STATES = `'suggested', 'held', 'interest_provider', 'interest_seeker', 'under_review', 'introduced',
          'in_dialogue', 'converted', 'declined', 'rejected', 'lapsed', 'withdrawn', 'superseded'`;

/** A need and an offer with their score and how far the two sides have come. Organizations and countries are copies, so that policies read one row. */
@Entity('match')
@Unique('uq_match_pair', ['needId', 'offerId'])
@Index('ix_match_need', ['needId', 'score', 'id'])
@Index('ix_match_offer', ['offerId', 'score', 'id'])
@Index('ix_match_need_organization', ['needOrganizationId', 'score', 'id'], { where: `state <> 'superseded'` })
@Index('ix_match_offer_organization', ['offerOrganizationId', 'score', 'id'], { where: `state <> 'superseded'` })
@Index('ix_match_state', ['state', 'score', 'id'], { where: `state <> 'superseded'` })
@Index('ix_match_waiting', ['id'], { where: `state IN ('interest_provider', 'interest_seeker', 'under_review')` })
@Index('ix_match_until', ['until'], { where: `state = 'declined' AND until IS NOT NULL` })
@Check('ck_match_kind', `kind IN ('technology', 'solution', 'financing')`)
@Check('ck_match_source', `source IN ('engine', 'broker', 'member')`)
@Check('ck_match_state', `state IN (${STATES})`)
@Check('ck_match_score', `score BETWEEN 0 AND 10000`)
@Check('ck_match_opened_side', `opened_side IN ('provider', 'seeker')`)
@Check('ck_match_ended_side', `ended_side IN ('provider', 'seeker')`)
@Check('ck_match_notes', `length(seeker_yes_note) <= 1000 AND length(provider_yes_note) <= 1000 AND length(end_note) <= 1000`)
@Check(
  'ck_match_both_said_yes',
  `state NOT IN ('under_review', 'introduced', 'in_dialogue', 'converted')
          OR (seeker_yes_at IS NOT NULL AND provider_yes_at IS NOT NULL)`,
)
@Check('ck_match_introduced', `state NOT IN ('introduced', 'in_dialogue', 'converted') OR (reviewer_id IS NOT NULL AND introduced_at IS NOT NULL)`)
export class MatchEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_match' })
  id: string;

  @Column({ name: 'need_id', type: 'uuid' })
  @ForeignKey('ListingEntity', { name: 'fk_match_need', onDelete: 'RESTRICT' })
  needId: string;

  @Column({ name: 'offer_id', type: 'uuid' })
  @ForeignKey('ListingEntity', { name: 'fk_match_offer', onDelete: 'RESTRICT' })
  offerId: string;

  /** Kind of the offer. */
  @Column('text')
  kind: OfferKind;

  @Column('text')
  source: MatchSource;

  @Column('text')
  state: MatchState;

  /** A person has acted on it: from then on the engine leaves it alone. */
  @Column({ type: 'boolean', default: false })
  touched: boolean;

  /** Hundredths, 0 to 10,000. */
  @Column('integer')
  score: number;

  @Column('jsonb')
  factors: unknown[];

  @Column('jsonb')
  rules: unknown[];

  @Column('jsonb')
  warnings: unknown[];

  @Column('jsonb')
  advice: unknown[];

  @Column({ name: 'engine_version', type: 'text' })
  engineVersion: string;

  /** UTC day the score holds for. */
  @Column({ name: 'scored_on', type: 'date' })
  scoredOn: string;

  @Column({ name: 'need_revision', type: 'integer' })
  needRevision: number;

  @Column({ name: 'offer_revision', type: 'integer' })
  offerRevision: number;

  /** Only on touched rows: need or offer has a newer revision than the one that was scored. */
  @Column({ name: 'changed_since', type: 'boolean', default: false })
  changedSince: boolean;

  @Column({ name: 'need_organization_id', type: 'uuid' })
  @ForeignKey('OrganizationEntity', { name: 'fk_match_need_organization', onDelete: 'RESTRICT' })
  needOrganizationId: string;

  @Column({ name: 'offer_organization_id', type: 'uuid' })
  @ForeignKey('OrganizationEntity', { name: 'fk_match_offer_organization', onDelete: 'RESTRICT' })
  offerOrganizationId: string;

  @Column({ name: 'need_country', type: 'text' })
  needCountry: string;

  @Column({ name: 'offer_country', type: 'text' })
  offerCountry: string;

  /** Member who opened it, and for which side. */
  @Column({ name: 'opened_by', type: 'uuid', nullable: true })
  openedBy: string | null;

  @Column({ name: 'opened_side', type: 'text', nullable: true })
  openedSide: MatchSide | null;

  /** Officer or administrator who proposed it; may not approve it. */
  @Column({ name: 'brokered_by', type: 'uuid', nullable: true })
  brokeredBy: string | null;

  @Column({ name: 'seeker_yes_at', type: 'timestamptz', nullable: true })
  seekerYesAt: Date | null;

  @Column({ name: 'seeker_yes_by', type: 'uuid', nullable: true })
  seekerYesBy: string | null;

  /** Revision of the offer that the seeker said yes to. */
  @Column({ name: 'seeker_yes_revision', type: 'integer', nullable: true })
  seekerYesRevision: number | null;

  /** Digest of the terms that the yes was given to (see match.terms.ts). */
  @Column({ name: 'seeker_yes_terms', type: 'text', nullable: true })
  seekerYesTerms: string | null;

  @Column({ name: 'seeker_yes_note', type: 'text', nullable: true })
  seekerYesNote: string | null;

  /** Set while "still yes?" waits for an answer. */
  @Column({ name: 'seeker_asked_at', type: 'timestamptz', nullable: true })
  seekerAskedAt: Date | null;

  @Column({ name: 'provider_yes_at', type: 'timestamptz', nullable: true })
  providerYesAt: Date | null;

  @Column({ name: 'provider_yes_by', type: 'uuid', nullable: true })
  providerYesBy: string | null;

  @Column({ name: 'provider_yes_revision', type: 'integer', nullable: true })
  providerYesRevision: number | null;

  @Column({ name: 'provider_yes_terms', type: 'text', nullable: true })
  providerYesTerms: string | null;

  @Column({ name: 'provider_yes_note', type: 'text', nullable: true })
  providerYesNote: string | null;

  @Column({ name: 'provider_asked_at', type: 'timestamptz', nullable: true })
  providerAskedAt: Date | null;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt: Date | null;

  @Column({ name: 'ended_by', type: 'uuid', nullable: true })
  endedBy: string | null;

  @Column({ name: 'ended_side', type: 'text', nullable: true })
  endedSide: MatchSide | null;

  @Column({ name: 'end_reason', type: 'text', nullable: true })
  endReason: string | null;

  /** Whether the other side is told the reason of a decline. */
  @Column({ name: 'end_reason_shared', type: 'boolean', default: true })
  endReasonShared: boolean;

  @Column({ name: 'end_note', type: 'text', nullable: true })
  endNote: string | null;

  /** Declined "not now": the day it is suggested again. */
  @Column({ type: 'date', nullable: true })
  until: string | null;

  @Column({ name: 'reviewer_id', type: 'uuid', nullable: true })
  reviewerId: string | null;

  /** What the reviewer ticked when she decided, by key of the rule `match.checklist`. */
  @Column({ type: 'jsonb', nullable: true })
  ticks: Record<string, boolean> | null;

  /** When a side appealed against a rejection; whoever rejected it does not decide again. */
  @Column({ name: 'appealed_at', type: 'timestamptz', nullable: true })
  appealedAt: Date | null;

  @Column({ name: 'released_at', type: 'timestamptz', nullable: true })
  releasedAt: Date | null;

  @Column({ name: 'under_review_at', type: 'timestamptz', nullable: true })
  underReviewAt: Date | null;

  /** The administrator who has taken the review on. */
  @Column({ name: 'claimed_by', type: 'uuid', nullable: true })
  @ForeignKey('PersonEntity', { name: 'fk_match_claimed_by', onDelete: 'SET NULL' })
  claimedBy: string | null;

  @Column({ name: 'claimed_at', type: 'timestamptz', nullable: true })
  claimedAt: Date | null;

  @Column({ name: 'introduced_at', type: 'timestamptz', nullable: true })
  introducedAt: Date | null;

  /** From when the days of whoever is awaited count, where they began anew: an organization came back from a standstill, or was verified. */
  @Column({ name: 'waits_since', type: 'timestamptz', nullable: true })
  waitsSince: Date | null;

  /** How often one has gone after whoever is awaited now: reminded, desk told. */
  @Column({ type: 'integer', default: 0 })
  nudged: number;

  /** Days after the introduction at which the two were last asked what became of it. */
  @Column({ name: 'outcome_asked', type: 'integer', default: 0 })
  outcomeAsked: number;

  /** When the seeker was told of the pair; once, ever. */
  @Column({ name: 'need_noticed_at', type: 'timestamptz', nullable: true })
  needNoticedAt: Date | null;

  @Column({ name: 'offer_noticed_at', type: 'timestamptz', nullable: true })
  offerNoticedAt: Date | null;

  @Column({ type: 'integer', default: 1 })
  version: number;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'gate_now()' })
  createdAt: Date;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'gate_now()' })
  updatedAt: Date;
}
