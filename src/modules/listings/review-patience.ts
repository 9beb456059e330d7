import { Injectable } from '@nestjs/common';
import { BusinessClock } from '../../platform/database/business-clock.js';
import { reviewDueDays, type Rule, Rules, WorkingDays } from '../rules/index.js';
import type { ListingEntity } from './listing.entity.js';

/** How long desks may take, in working days of the owner's country, by the rules of the listing's facility. */
@Injectable()
export class ReviewPatience {
  constructor(
    private readonly rules: Rules,
    private readonly workingDays: WorkingDays,
    private readonly clock: BusinessClock,
  ) {}

  /** When a desk that gets it now should have decided. */
  async dueFromNow({ facility, ownerCountry }: ListingEntity): Promise<Date> {
    return this.workingDays.after(await this.clock.now(), await this.rules.get(reviewDueDays, facility), ownerCountry);
  }

  /** Whether the days of a rule have passed since it came before its desk. */
  async isOver({ reviewSince, facility, ownerCountry }: ListingEntity, days: Rule<number>): Promise<boolean> {
    if (reviewSince === null) return false;
    const end = await this.workingDays.after(reviewSince, await this.rules.get(days, facility), ownerCountry);
    return end <= (await this.clock.now());
  }
}
