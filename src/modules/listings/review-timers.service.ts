import { Injectable, type OnModuleInit } from '@nestjs/common';
import { system } from '../../kernel/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Schedule } from '../../platform/queue/schedule.js';
import { Rules } from '../rules/index.js';
import { claimHours, passOnDays, remindReviewerDays } from './listing-review.rules.js';
import { ListingTrail } from './listing-trail.js';
import type { ListingEntity } from './listing.entity.js';
import { listingReviewWaiting, listingSubmitted } from './listing.events.js';
import { isReviewStage } from './listing.lifecycle.js';
import { reviewCountryOf } from './listing.policy.js';
import { ListingRepository } from './listing.repository.js';
import { ReviewPatience } from './review-patience.js';
import { ReviewStages, type StageChoice } from './review-stages.service.js';
import { standsAt } from './under-review.js';

/** Name of the recurring task. */
export const REVIEW_TIMERS = 'listings.review-timers';

const EVERY_MS = 60_000;
const ACTOR = system('task:listings.review-timers');

type NextDesk = Pick<StageChoice, 'stage' | 'country'> & { because: string };

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
    private readonly rules: Rules,
  ) {}

  onModuleInit(): void {
    this.schedule.every(REVIEW_TIMERS, EVERY_MS, () => this.run());
  }

  async run(): Promise<void> {
    const hours = await this.rules.forStatement(claimHours);
    await this.uow.run(() => this.listings.endClaims(hours));
    for (const id of await this.listings.idsUnderReview()) await this.uow.run(() => this.look(id));
  }

  private async look(id: string): Promise<void> {
    const row = await this.listings.lockFree(id);
    const stage = row && standsAt(row);
    if (!row || !isReviewStage(stage)) return;
    if (stage === 'centre_review') {
      const next = await this.nextDesk(row);
      if (next !== null) return this.passOn(row, next);
    }
    if (row.reviewReminded) return;
    const blocked = stage === 'global_review' && !(await this.stages.hasFreeAdministrator(row, await this.listings.underReview(row)));
    if (!blocked && !(await this.patience.isOver(row, remindReviewerDays))) return;
    await this.listings.markReminded(row.id);
    await this.trail.tell(listingReviewWaiting, ACTOR, row, { stage, blocked });
  }

  /** Where it goes from a centre that has nobody left who may review it, or lets it lie; null: it stays. */
  private async nextDesk(row: ListingEntity): Promise<NextDesk | null> {
    const { editedBy } = await this.listings.underReview(row);
    const because = await this.stages.centreObstacle(reviewCountryOf(row), row, { ...row, editedBy });
    if (because !== null) return { ...(await this.stages.first(row, { ...row, editedBy })), because };
    const isOver = await this.patience.isOver(row, passOnDays);
    return isOver ? { stage: 'global_review', country: reviewCountryOf(row), because: 'not-decided' } : null;
  }

  private async passOn(row: ListingEntity, { stage, country, because }: NextDesk): Promise<void> {
    const { revision } = await this.listings.underReview(row);
    await this.stages.enter(row, { stage, country });
    await this.trail.moved(ACTOR, row, 'pass-on', { from: 'centre_review', to: stage }, { revision, because, country });
    await this.trail.tell(listingSubmitted, ACTOR, row, { revision, stage });
  }
}
