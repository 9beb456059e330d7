import { Injectable, type OnModuleInit } from '@nestjs/common';
import { system } from '../../kernel/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Schedule } from '../../platform/queue/schedule.js';
import { passOnDays, remindReviewerDays } from './listing-review.rules.js';
import { ListingTrail } from './listing-trail.js';
import type { ListingEntity } from './listing.entity.js';
import { listingReviewWaiting, listingSubmitted } from './listing.events.js';
import { isReviewStage } from './listing.lifecycle.js';
import { ListingRepository } from './listing.repository.js';
import { ReviewPatience } from './review-patience.js';
import { ReviewStages } from './review-stages.service.js';

/** Name of the recurring task. */
export const REVIEW_TIMERS = 'listings.review-timers';

const EVERY_MS = 60_000;
const ACTOR = system('task:listings.review-timers');

/** Nothing that waits for review is forgotten: desks are reminded, and a centre that lets it lie or has nobody left passes it on. */
@Injectable()
export class ReviewTimers implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly schedule: Schedule,
    private readonly listings: ListingRepository,
    private readonly stages: ReviewStages,
    private readonly patience: ReviewPatience,
    private readonly trail: ListingTrail,
  ) {}

  onModuleInit(): void {
    this.schedule.every(REVIEW_TIMERS, EVERY_MS, () => this.run());
  }

  async run(): Promise<void> {
    for (const id of await this.listings.idsUnderReview()) await this.uow.run(() => this.look(id));
  }

  private async look(id: string): Promise<void> {
    const row = await this.listings.lockFree(id);
    const stage = row && (row.pendingState ?? row.state);
    if (!row || !isReviewStage(stage)) return;
    if (stage === 'centre_review') {
      const because = await this.whyPassOn(row);
      if (because !== null) return this.passOn(row, because);
    }
    if (row.reviewReminded) return;
    const blocked = stage === 'global_review' && !(await this.stages.hasFreeAdministrator(row, await this.listings.underReview(row)));
    if (!blocked && !(await this.patience.isOver(row, remindReviewerDays))) return;
    await this.listings.markReminded(row.id);
    await this.trail.tell(listingReviewWaiting, ACTOR, row, { stage, blocked });
  }

  private async whyPassOn(row: ListingEntity): Promise<string | null> {
    const { editedBy } = await this.listings.underReview(row);
    const { skipped } = await this.stages.first(row, { ...row, editedBy });
    return skipped ?? ((await this.patience.isOver(row, passOnDays)) ? 'not-decided' : null);
  }

  private async passOn(row: ListingEntity, because: string): Promise<void> {
    const { revision } = await this.listings.underReview(row);
    await this.stages.enter(row, 'global_review');
    await this.trail.moved(ACTOR, row, 'pass-on', { from: 'centre_review', to: 'global_review' }, { revision, because });
    await this.trail.tell(listingSubmitted, ACTOR, row, { revision, ownerCountry: row.ownerCountry, stage: 'global_review' });
  }
}
