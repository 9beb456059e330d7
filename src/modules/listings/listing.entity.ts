import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { ListingKind } from './content.schemas.js';
import type { ListingState, PendingState } from './listing.lifecycle.js';

/** What all listed things share; the content is in its revisions. */
@Entity('listing')
@Unique('uq_listing_reference', ['reference'])
@Unique('uq_listing_external_key', ['organizationId', 'externalKey'])
@Index('ix_listing_organization', ['organizationId', 'listedAt', 'id'])
@Index('ix_listing_open', ['listedAt', 'id'], { where: `state IN ('published', 'expiring')` })
@Index('ix_listing_state', ['state', 'listedAt', 'id'])
@Index('ix_listing_due', ['expiresAt'], { where: `state IN ('published', 'expiring', 'paused')` })
@Index('ix_listing_on_behalf', ['organizationId'], { where: 'on_behalf' })
@Index('ix_listing_facility', ['facility'], { where: `facility <> 'global'` })
@Index('ix_listing_review', ['reviewDue', 'id'], {
  where: `state IN ('centre_review', 'global_review') OR pending_state IN ('centre_review', 'global_review')`,
})
@Index('ix_listing_pending', ['pendingState', 'ownerCountry'], { where: 'pending_state IS NOT NULL' })
@Check('ck_listing_kind', `kind IN ('technology', 'solution', 'financing', 'need')`)
@Check(
  'ck_listing_state',
  `state IN ('draft', 'submitted', 'centre_review', 'global_review', 'changes_requested', 'published', 'expiring', 'paused', 'suspended', 'fulfilled', 'expired', 'withdrawn', 'rejected', 'archived')`,
)
@Check('ck_listing_pending_state', `pending_state IN ('draft', 'submitted', 'centre_review', 'global_review', 'changes_requested')`)
@Check('ck_listing_pending', `(pending_state IS NULL) = (pending_revision IS NULL)`)
@Check(
  'ck_listing_published',
  `state NOT IN ('published', 'expiring', 'paused', 'suspended') OR (published_revision IS NOT NULL AND expires_at IS NOT NULL)`,
)
export class ListingEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_listing' })
  id: string;

  /** `TO-KE-2026-000123`: kind, owner's country, year, running number. */
  @Column('text')
  reference: string;

  @Column('text')
  kind: ListingKind;

  @Column({ name: 'organization_id', type: 'uuid' })
  @ForeignKey('OrganizationEntity', { name: 'fk_listing_organization', onDelete: 'RESTRICT' })
  organizationId: string;

  @Column({ name: 'owner_country', type: 'text' })
  ownerCountry: string;

  /** Whose officers review it, since it was last submitted: the owner's country, or one that a centre of its home facility serves. */
  @Column({ name: 'review_country', type: 'text', nullable: true })
  reviewCountry: string | null;

  /** Where it belongs in lists: the country of a need, else the owner's. */
  @Column('text')
  country: string;

  @Column({ type: 'text', default: 'draft' })
  state: ListingState;

  /** Why it was paused, suspended or ended: a code of the reason list, and words for those who may see it. */
  @Column({ name: 'state_reason', type: 'text', nullable: true })
  stateReason: string | null;

  @Column({ name: 'state_note', type: 'text', nullable: true })
  stateNote: string | null;

  @Column({ type: 'integer', default: 1 })
  version: number;

  /** Source language of the published revision, of the latest before that. */
  @Column('text')
  language: string;

  /** Keys of the lots of a need that have been filled: they look for nobody any more. */
  @Column({ name: 'filled_lots', type: 'text', array: true, default: [] })
  filledLots: string[];

  @Column({ name: 'latest_revision', type: 'integer', default: 1 })
  latestRevision: number;

  @Column({ name: 'published_revision', type: 'integer', nullable: true })
  publishedRevision: number | null;

  /** The revision that waits beside the published one, and where it stands. */
  @Column({ name: 'pending_revision', type: 'integer', nullable: true })
  pendingRevision: number | null;

  @Column({ name: 'pending_state', type: 'text', nullable: true })
  pendingState: PendingState | null;

  /** Null when an import or a command entered it. */
  @Column({ name: 'created_by', type: 'uuid', nullable: true })
  @ForeignKey('PersonEntity', { name: 'fk_listing_created_by', onDelete: 'RESTRICT' })
  createdBy: string | null;

  /** Entered by the desk that serves its country, for an owner whose people do not do it themselves. */
  @Column({ name: 'on_behalf', type: 'boolean', default: false })
  onBehalf: boolean;

  @Column({ name: 'submitted_by', type: 'uuid', nullable: true })
  @ForeignKey('PersonEntity', { name: 'fk_listing_submitted_by', onDelete: 'RESTRICT' })
  submittedBy: string | null;

  /** Shown to the other side after an introduction: the person the published revision names, else who submitted it; null where the owner's contact is. */
  @Column({ name: 'contact_person_id', type: 'uuid', nullable: true })
  @ForeignKey('PersonEntity', { name: 'fk_listing_contact_person', onDelete: 'RESTRICT' })
  contactPersonId: string | null;

  @Column({ name: 'submitted_at', type: 'timestamptz', nullable: true })
  submittedAt: Date | null;

  /** Since when it waits before the desk it is at. */
  @Column({ name: 'review_since', type: 'timestamptz', nullable: true })
  reviewSince: Date | null;

  /** Those at that desk have been reminded. */
  @Column({ name: 'review_reminded', type: 'boolean', default: false })
  reviewReminded: boolean;

  /** When that desk should have decided. */
  @Column({ name: 'review_due', type: 'timestamptz', nullable: true })
  reviewDue: Date | null;

  /** The reviewer who has taken it on. */
  @Column({ name: 'claimed_by', type: 'uuid', nullable: true })
  @ForeignKey('PersonEntity', { name: 'fk_listing_claimed_by', onDelete: 'SET NULL' })
  claimedBy: string | null;

  @Column({ name: 'claimed_at', type: 'timestamptz', nullable: true })
  claimedAt: Date | null;

  @Column({ name: 'published_at', type: 'timestamptz', nullable: true })
  publishedAt: Date | null;

  /** When and by whom it was last confirmed that it still holds. */
  @Column({ name: 'assured_at', type: 'timestamptz', nullable: true })
  assuredAt: Date | null;

  @Column({ name: 'assured_by', type: 'uuid', nullable: true })
  @ForeignKey('PersonEntity', { name: 'fk_listing_assured_by', onDelete: 'RESTRICT' })
  assuredBy: string | null;

  /** What whoever renewed it last said to "anything changed?"; null where a revision has been published since. */
  @Column({ name: 'assured_changed', type: 'boolean', nullable: true })
  assuredChanged: boolean | null;

  @Column({ name: 'expires_at', type: 'timestamptz', nullable: true })
  expiresAt: Date | null;

  /** Matches in a row that have ended because its owner did not answer. */
  @Column({ name: 'silent_matches', type: 'smallint', default: 0 })
  silentMatches: number;

  /** Until when it has to be renewed for that reason; null when it has not. */
  @Column({ name: 'renew_by', type: 'timestamptz', nullable: true })
  renewBy: Date | null;

  /** The last reminder of the coming expiry: 60, 30 or 7 days before it. */
  @Column({ name: 'reminded_days', type: 'smallint', nullable: true })
  remindedDays: number | null;

  /** The owner's own key, so that an import run twice adds nothing. */
  @Column({ name: 'external_key', type: 'text', nullable: true })
  externalKey: string | null;

  /** The owner's name is hidden until an introduction. */
  @Column({ type: 'boolean', default: false })
  anonymous: boolean;

  @Column({ name: 'is_example', type: 'boolean', default: false })
  isExample: boolean;

  /** Home facility: whose timers and rules it goes by. */
  @Column({ type: 'text', default: 'global' })
  @ForeignKey('FacilityEntity', { name: 'fk_listing_facility', onDelete: 'RESTRICT' })
  facility: string;

  /** Order of lists: created, then first published. */
  @Column({ name: 'listed_at', type: 'timestamptz', default: () => 'gate_now()' })
  listedAt: Date;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'gate_now()' })
  createdAt: Date;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'gate_now()' })
  updatedAt: Date;
}
