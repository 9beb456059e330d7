import { Injectable } from '@nestjs/common';
import { type Actor, isAdministrator } from '../../kernel/actor.js';
import { DomainError, invalid } from '../../kernel/errors.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { LISTING_KINDS } from './content.schemas.js';
import { ListingAccess, type Opened } from './listing-access.js';
import { ListingRepository } from './listing.repository.js';
import { isReviewStage } from './listing.lifecycle.js';
import { ReviewDesk } from './review-desk.service.js';
import { ReviewStages } from './review-stages.service.js';
import { standsAt } from './under-review.js';

/** Reviewers take listings on, give them back, and are given some, so that no two do the same work. */
@Injectable()
export class ReviewClaims {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly listings: ListingRepository,
    private readonly access: ListingAccess,
    private readonly stages: ReviewStages,
    private readonly desk: ReviewDesk,
    private readonly audit: AuditLog,
  ) {}

  /** @throws DomainError 404; `listing.four-eyes`, `listing.transition-forbidden` (403); `review.claimed`, `review.not-waiting` (409). */
  claim(actor: Actor, id: string): Promise<void> {
    return this.uow.run(async () => {
      const opened = await this.open(actor, id);
      const personId = await this.requireReviewer(actor, opened);
      await this.desk.requireFree(opened.row, personId);
      await this.hand(actor, id, 'claim', personId);
    });
  }

  /** As many of them as she may; each of the others with what stands against it. */
  async claimSeveral(actor: Actor, ids: readonly string[]): Promise<{ id: string; code: string; detail: string }[]> {
    const refused: { id: string; code: string; detail: string }[] = [];
    for (const id of new Set(ids))
      try {
        await this.claim(actor, id);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        refused.push({ id, code: error.code, detail: error.message });
      }
    return refused;
  }

  /** By whoever has it, and by administrators. Doing it twice changes nothing. */
  release(actor: Actor, id: string): Promise<void> {
    return this.uow.run(async () => {
      const { row } = await this.open(actor, id);
      if (row.claimedBy === null) return;
      const own = actor.kind === 'person' && actor.personId === row.claimedBy;
      if (!own && !isAdministrator(actor))
        throw new DomainError('forbidden', 'review.release-forbidden', {
          detail: 'Whoever has taken it on releases it, or an administrator does.',
        });
      await this.hand(actor, id, 'release', null);
    });
  }

  /** An administrator gives it to a reviewer of its stage. @throws DomainError as claim; `request.invalid` (400) for one who may not review it. */
  assign(actor: Actor, id: string, personId: string): Promise<void> {
    return this.uow.run(async () => {
      const { row } = await this.open(actor, id);
      if (!isAdministrator(actor))
        throw new DomainError('forbidden', 'review.assign-forbidden', { detail: 'Administrators assign reviews.' });
      if (!(await this.stages.mayReview(personId, row, await this.listings.underReview(row))))
        throw invalid([
          { path: 'personId', code: 'not-a-reviewer', message: 'She does not review this: name one of its desk who had no hand in it.' },
        ]);
      await this.hand(actor, id, 'assign', personId);
    });
  }

  private async open(actor: Actor, id: string): Promise<Opened> {
    const opened = await this.access.open(actor, { id, kinds: LISTING_KINDS });
    if (!isReviewStage(standsAt(opened.row)))
      throw new DomainError('conflict', 'review.not-waiting', { detail: 'It does not wait for review.' });
    return opened;
  }

  private async requireReviewer(actor: Actor, { row, roles }: Opened): Promise<string> {
    this.access.requireRole('approve', roles);
    return this.stages.requireFourEyes(actor, row, await this.listings.underReview(row));
  }

  private async hand(actor: Actor, id: string, act: 'claim' | 'release' | 'assign', personId: string | null): Promise<void> {
    await this.listings.claim(id, personId);
    await this.audit.record(actor, { action: `review.${act}`, subject: { type: 'listing', id }, data: { reviewer: personId } });
  }
}
