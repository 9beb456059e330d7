import { Injectable } from '@nestjs/common';
import { type Actor, personIdOf } from '../../kernel/actor.js';
import { DomainError, invalid } from '../../kernel/errors.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ListingAccess, type ListingTarget, type Opened, type Step } from './listing-access.js';
import { ListingContents } from './listing-contents.js';
import { ListingOwners } from './listing-owners.js';
import { ListingPublisher } from './listing-publisher.js';
import { ListingTrail } from './listing-trail.js';
import type { ListingEntity } from './listing.entity.js';
import { listingChangesRequested, listingPublished, listingRejected, listingSubmitted } from './listing.events.js';
import { isReviewStage, listingLifecycle, pendingLifecycle } from './listing.lifecycle.js';
import { fourEyesObstacle, standsIn } from './listing.policy.js';
import { ListingRepository, type ListingRevision } from './listing.repository.js';
import { type Decision, ReviewDecisionEntity } from './review-decision.entity.js';
import type { Remarks } from './remarks.js';

const OBSTACLES = {
  entered: 'You entered it',
  submitted: 'You submitted it',
  edited: 'You edited it last',
  member: 'You belong to its owner',
} as const;

/** Takes listings, and revisions beside published ones, through review. */
@Injectable()
export class ListingReview {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly listings: ListingRepository,
    private readonly access: ListingAccess,
    private readonly contents: ListingContents,
    private readonly owners: ListingOwners,
    private readonly publisher: ListingPublisher,
    private readonly trail: ListingTrail,
  ) {}

  /**
   * Hands the latest revision to whoever reviews for its country.
   * @throws DomainError 404, 403, 412, 409 (state; `listing.owner-not-in-good-standing`, `listing.owner-not-verified`), and `listing.incomplete` (400)
   *   with every missing field.
   */
  submit(actor: Actor, target: ListingTarget): Promise<void> {
    return this.uow.run(async () => {
      const opened = await this.access.open(actor, target);
      const { row } = opened;
      const step = this.access.take(opened, 'submit', target);
      await this.owners.requireMaySubmit(row.organizationId, row.kind);
      const revision = await this.underReview(row);
      const content = await this.submittable(row, revision);
      const submittedBy = personIdOf(actor);
      const { stage, skipped } = await this.owners.reviewStage(row, { ...row, submittedBy, editedBy: revision.editedBy });
      const name = stage === 'centre_review' ? 'start-centre-review' : 'start-global-review';
      const begun = (step.of === 'pending' ? pendingLifecycle : listingLifecycle).take(name, 'submitted', ['system']).to;
      await this.listings.changeRevision(revision, { content: content, submittedAt: () => 'gate_now()' });
      const place = step.of === 'pending' ? { pendingState: stage } : { state: stage };
      await this.listings.update(row, { ...place, submittedBy, submittedAt: () => 'gate_now()' });
      await this.trail.moved(actor, row, 'submit', { from: step.from, to: begun }, { revision: revision.revision, skipped });
      await this.trail.tell(listingSubmitted, actor, row, { revision: revision.revision, ownerCountry: row.ownerCountry, stage });
    });
  }

  /**
   * Completes the stage it is in; with one stage that publishes it. The first listing of a registered organization and the organization are checked as one.
   * @throws DomainError 404, 403 (`listing.four-eyes`), 412, 409.
   */
  approve(actor: Actor, target: ListingTarget, remarks: Remarks = {}): Promise<void> {
    return this.decide(actor, target, 'approve', remarks, async (row, revision) => {
      await this.owners.admit(actor, row.organizationId, row.kind);
      const first = row.publishedRevision === null;
      const { language, content } = revision;
      await this.publisher.publish([
        { listingId: row.id, kind: row.kind, revision: revision.revision, language, content, assuredBy: row.submittedBy },
      ]);
      await this.trail.tell(listingPublished, actor, row, { revision: revision.revision, first });
    });
  }

  /** Back to its owner, with a reason or words that say what to change. */
  requestChanges(actor: Actor, target: ListingTarget, remarks: Remarks): Promise<void> {
    return this.decide(actor, target, 'request-changes', remarks, async (row, { revision }, step) => {
      if (!remarks.reason && !remarks.note)
        throw invalid(
          [{ path: 'note', code: 'required', message: 'Say what to change, or give a reason code.' }],
          'listing.reason-required',
        );
      await this.listings.update(row, step.of === 'pending' ? { pendingState: 'changes_requested' } : { state: 'changes_requested' });
      await this.trail.tell(listingChangesRequested, actor, row, { revision, reason: remarks.reason ?? null });
    });
  }

  /** Ends a new listing; of a published one it drops the revision that waits, and the published one stays. */
  reject(actor: Actor, target: ListingTarget, remarks: Remarks): Promise<void> {
    return this.decide(actor, target, 'reject', remarks, async (row, { revision }, step) => {
      await this.listings.update(row, step.of === 'pending' ? { pendingState: null, pendingRevision: null } : { state: 'rejected' });
      await this.trail.tell(listingRejected, actor, row, { revision, reason: remarks.reason ?? 'other' });
    });
  }

  private decide(
    actor: Actor,
    target: ListingTarget,
    decision: Decision,
    remarks: Remarks,
    effect: (row: ListingEntity, revision: ListingRevision, step: Step) => Promise<void>,
  ): Promise<void> {
    return this.uow.run(async () => {
      const opened = await this.access.open(actor, target);
      const { row } = opened;
      this.access.requireRole(decision, opened.roles);
      const revision = await this.underReview(row);
      const reviewerId = await this.requireFourEyes(actor, opened, revision);
      const { reason = null, note = null } = remarks;
      const step = this.access.take(opened, decision, { ...target, reason });
      await this.contents.requireReason(reason);
      const stage = step.from;
      if (!isReviewStage(stage)) throw new Error(`${decision} from ${stage}`);
      await effect(row, revision, step);
      const standIn = standsIn(stage, row.ownerCountry, actor);
      const number = revision.revision;
      await this.uow.manager.insert(ReviewDecisionEntity, {
        listingId: row.id,
        revision: number,
        stage,
        decision,
        reviewerId,
        standIn,
        reason,
        note,
      });
      await this.trail.moved(actor, row, decision, step, { revision: number, reason, standIn });
    });
  }

  private underReview(row: ListingEntity): Promise<ListingRevision> {
    return this.listings.revision(row.id, row.pendingRevision ?? row.latestRevision);
  }

  private async requireFourEyes(actor: Actor, { row }: Opened, revision: ListingRevision): Promise<string> {
    if (actor.kind !== 'person') throw new DomainError('forbidden', 'listing.four-eyes', { detail: 'Only a person reviews.' });
    const { personId } = actor;
    const memberOfOwner = await this.owners.isMember(personId, row.organizationId);
    const obstacle = fourEyesObstacle({ ...row, editedBy: revision.editedBy }, { personId, memberOfOwner });
    if (obstacle === null) return personId;
    throw new DomainError('forbidden', 'listing.four-eyes', { detail: `${OBSTACLES[obstacle]}: somebody else has to review it.` });
  }

  private async submittable(row: ListingEntity, { content, language }: ListingRevision): Promise<object> {
    const examined = this.contents.submittable(row.kind, content, language, await this.contents.rules());
    if (examined.content !== null) return examined.content;
    throw invalid(examined.faults, 'listing.incomplete');
  }
}
