import { Injectable } from '@nestjs/common';
import { type Actor, personIdOf } from '../../kernel/actor.js';
import { invalid } from '../../kernel/errors.js';
import { ChangeRequests } from './change-requests.service.js';
import { ListingAccess, type ListingTarget } from './listing-access.js';
import { ListingContents } from './listing-contents.js';
import { ListingOwners } from './listing-owners.js';
import { ListingTrail } from './listing-trail.js';
import type { ListingEntity } from './listing.entity.js';
import { listingSubmitted } from './listing.events.js';
import { listingLifecycle, pendingLifecycle } from './listing.lifecycle.js';
import { ListingRepository, type ListingRevision } from './listing.repository.js';
import { ReviewStages } from './review-stages.service.js';

/** Hands listings, and revisions beside published ones, to whoever reviews them first. */
@Injectable()
export class ListingSubmission {
  constructor(
    private readonly listings: ListingRepository,
    private readonly access: ListingAccess,
    private readonly contents: ListingContents,
    private readonly owners: ListingOwners,
    private readonly stages: ReviewStages,
    private readonly trail: ListingTrail,
    private readonly requests: ChangeRequests,
  ) {}

  /**
   * @throws DomainError 404, 403, 412, 409 (state; `listing.owner-not-in-good-standing`, `listing.owner-not-verified`), and `listing.incomplete` (400)
   *   with every missing field.
   */
  submit(actor: Actor, target: ListingTarget): Promise<void> {
    return this.listings.inUnit(async () => {
      const opened = await this.access.open(actor, target);
      const { row } = opened;
      this.access.requireRole('submit', opened.roles);
      await this.owners.requireSubmitter(row.organizationId, opened.roles);
      const step = this.access.take(opened, 'submit', target);
      await this.owners.requireMaySubmit(row.organizationId, row.kind);
      const revision = await this.listings.underReview(row);
      await this.requests.settle(actor, row, revision);
      const content = await this.submittable(row, revision);
      const submittedBy = personIdOf(actor);
      const choice = await this.stages.first(row, { ...row, submittedBy, editedBy: revision.editedBy });
      const { stage, skipped, country } = choice;
      const name = stage === 'centre_review' ? 'start-centre-review' : 'start-global-review';
      const begun = (step.of === 'pending' ? pendingLifecycle : listingLifecycle).take(name, 'submitted', ['system']).to;
      await this.listings.changeRevision(revision, { content: content, submittedAt: () => 'gate_now()' });
      await this.stages.enter(row, choice, { submittedBy, submittedAt: () => 'gate_now()' });
      await this.trail.moved(actor, row, 'submit', { from: step.from, to: begun }, { revision: revision.revision, skipped, country });
      await this.trail.tell(listingSubmitted, actor, row, { revision: revision.revision, stage });
    });
  }

  private async submittable(row: ListingEntity, { content, language }: ListingRevision): Promise<object> {
    const examined = this.contents.submittable(row.kind, content, language, await this.contents.rules());
    if (examined.content !== null) return examined.content;
    throw invalid(examined.faults, 'listing.incomplete');
  }
}
