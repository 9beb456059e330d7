import { Injectable } from '@nestjs/common';
import { type Actor, personIdOf } from '../../kernel/actor.js';
import { invalid } from '../../kernel/errors.js';
import { ChangeRequests } from './change-requests.service.js';
import type { ListingTarget } from './listing-access.js';
import { ListingOwners } from './listing-owners.js';
import { ListingPublisher } from './listing-publisher.js';
import { ListingTrail } from './listing-trail.js';
import { listingChangesRequested, listingPublished, listingRejected, listingSubmitted } from './listing.events.js';
import { reviewCountryOf } from './listing.policy.js';
import { ListingRepository } from './listing.repository.js';
import type { ChangesWanted, Verdict } from './remarks.js';
import { ReviewDecisions } from './review-decisions.service.js';
import { ReviewStages } from './review-stages.service.js';

/** Takes listings, and revisions beside published ones, through review. */
@Injectable()
export class ListingReview {
  constructor(
    private readonly decisions: ReviewDecisions,
    private readonly listings: ListingRepository,
    private readonly stages: ReviewStages,
    private readonly owners: ListingOwners,
    private readonly publisher: ListingPublisher,
    private readonly requests: ChangeRequests,
    private readonly trail: ListingTrail,
  ) {}

  /**
   * Completes the stage it is in. After the centre's it goes before the global desk where that has to look as well, otherwise it is published.
   * The first listing of a registered organization and the organization are checked as one.
   * @throws DomainError 404, 403 (`listing.four-eyes`), 412, 409.
   */
  approve(actor: Actor, target: ListingTarget, verdict: Verdict = {}): Promise<void> {
    return this.decisions.decide(actor, target, 'approve', verdict, async (row, revision, step) => {
      const because = step.from === 'centre_review' ? await this.stages.afterCentre(row, revision) : [];
      if (because.length > 0) {
        await this.owners.requireMaySubmit(row.organizationId, row.kind);
        const stage = 'global_review';
        await this.stages.enter(row, { stage, country: reviewCountryOf(row) });
        await this.trail.tell(listingSubmitted, actor, row, { revision: revision.revision, stage });
        return { to: stage, because };
      }
      await this.owners.admit(actor, row.organizationId, row.kind);
      const first = row.publishedRevision === null;
      const { language, content } = revision;
      await this.publisher.publish([
        { listingId: row.id, kind: row.kind, revision: revision.revision, language, content, assuredBy: row.submittedBy },
      ]);
      await this.trail.tell(listingPublished, actor, row, { revision: revision.revision, first });
      return undefined;
    });
  }

  /** Back to its owner, with a reason or words that say what to change. */
  requestChanges(actor: Actor, target: ListingTarget, { fields = [], ...verdict }: ChangesWanted): Promise<void> {
    return this.decisions.decide(actor, target, 'request-changes', verdict, async (row, revision, step) => {
      if (!verdict.reason && !verdict.note && fields.length === 0)
        throw invalid(
          [{ path: 'note', code: 'required', message: 'Say what to change, for the whole or for single fields, or give a reason code.' }],
          'listing.reason-required',
        );
      await this.listings.update(row, step.of === 'pending' ? { pendingState: 'changes_requested' } : { state: 'changes_requested' });
      await this.requests.ask(personIdOf(actor) ?? '', row, revision, fields);
      await this.trail.tell(listingChangesRequested, actor, row, { revision: revision.revision, reason: verdict.reason ?? null });
    });
  }

  /** Ends a new listing; of a published one it drops the revision that waits, and the published one stays. */
  reject(actor: Actor, target: ListingTarget, verdict: Verdict): Promise<void> {
    return this.decisions.decide(actor, target, 'reject', verdict, async (row, { revision }, step) => {
      await this.listings.update(row, step.of === 'pending' ? { pendingState: null, pendingRevision: null } : { state: 'rejected' });
      await this.trail.tell(listingRejected, actor, row, { revision, reason: verdict.reason ?? 'other' });
    });
  }
}
