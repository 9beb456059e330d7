import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ListingAccess, type ListingTarget, type Step } from './listing-access.js';
import { ListingContents } from './listing-contents.js';
import { ListingTrail } from './listing-trail.js';
import type { ListingEntity } from './listing.entity.js';
import { isReviewStage } from './listing.lifecycle.js';
import { reviewCountryOf, standsIn } from './listing.policy.js';
import { ListingRepository, type ListingRevision } from './listing.repository.js';
import type { Verdict } from './remarks.js';
import { type Decision, ReviewDecisionEntity } from './review-decision.entity.js';
import { ReviewDesk } from './review-desk.service.js';
import { ReviewStages } from './review-stages.service.js';

/** What a decision does to the listing; the state it leads to and words for the log, where that is not what its name says. */
export type Effect = (
  row: ListingEntity,
  revision: ListingRevision,
  step: Step,
) => Promise<{ to: string; because: readonly string[] } | void>;

/** Everything that decisions of all sorts have in common: who may, in which state, and what stays on record. */
@Injectable()
export class ReviewDecisions {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly listings: ListingRepository,
    private readonly access: ListingAccess,
    private readonly contents: ListingContents,
    private readonly stages: ReviewStages,
    private readonly desk: ReviewDesk,
    private readonly trail: ListingTrail,
  ) {}

  /** @throws DomainError 404, 403 (`listing.four-eyes`), 412, 409, 400, in this order. */
  decide(actor: Actor, target: ListingTarget, decision: Decision, verdict: Verdict, effect: Effect): Promise<void> {
    return this.uow.run(async () => {
      const opened = await this.access.open(actor, target);
      const { row } = opened;
      this.access.requireRole(decision, opened.roles);
      const revision = await this.listings.underReview(row);
      const reviewerId = await this.stages.requireFourEyes(actor, row, revision);
      const { reason = null, note = null, checklist = null, readBy = null } = verdict;
      const step = this.access.take(opened, decision, { ...target, reason });
      await this.contents.requireReason(reason);
      await this.desk.requireReady(row, revision, reviewerId, decision, verdict);
      const stage = step.from;
      if (!isReviewStage(stage)) throw new Error(`${decision} from ${stage}`);
      await this.listings.claim(row.id, null);
      const other = await effect(row, revision, step);
      const standIn = standsIn(stage, reviewCountryOf(row), actor);
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
        checklist,
        readBy,
      });
      const to = other ? { from: step.from, to: other.to } : step;
      await this.trail.moved(actor, row, decision, to, { revision: number, reason, standIn, ...(other && { because: other.because }) });
    });
  }
}
