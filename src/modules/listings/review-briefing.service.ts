import { Injectable } from '@nestjs/common';
import type { PersonActor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/errors.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Rules } from '../rules/index.js';
import { type Difference, differences } from './content-difference.js';
import { ListingEntity } from './listing.entity.js';
import { reviewChecklist } from './listing-review.rules.js';
import type { FourEyesObstacle } from './listing.policy.js';
import { ListingRepository } from './listing.repository.js';
import { ReviewDesk } from './review-desk.service.js';
import { ReviewStages } from './review-stages.service.js';

/** What a reviewer should know before she begins. */
export interface Briefing {
  /** Why somebody else has to decide; null: she may, as far as four eyes go. */
  obstacle: FourEyesObstacle | null;
  /** She reads its language, or it is there in one that she reads. */
  reads: boolean;
  checklist: { required: boolean; items: Readonly<Record<string, string>> };
}

/** Tells reviewers beforehand what their decisions are held to. For listings that the caller has been shown from inside. */
@Injectable()
export class ReviewBriefing {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly listings: ListingRepository,
    private readonly stages: ReviewStages,
    private readonly desk: ReviewDesk,
    private readonly rules: Rules,
  ) {}

  async of({ personId }: PersonActor, id: string): Promise<Briefing> {
    const row = await this.uow.manager.findOneBy(ListingEntity, { id });
    if (!row) throw notFound('listing');
    const revision = await this.listings.underReview(row);
    return {
      obstacle: await this.stages.obstacleOf(personId, row, revision),
      reads: await this.desk.reads(personId, revision),
      checklist: (await this.rules.get(reviewChecklist, row.facility))[row.kind],
    };
  }

  /** What became different between the revision that she saw and another one. */
  async between(id: string, seen: number, now: number): Promise<Difference[]> {
    const [from, to] = await Promise.all([seen, now].map((number) => this.listings.findRevision(id, number)));
    return from && to ? differences(from.content, to.content) : [];
  }
}
