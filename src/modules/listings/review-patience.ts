import { Injectable } from '@nestjs/common';
import { BusinessClock } from '../../platform/database/business-clock.js';
import { reviewDueDays, type Rule, Rules, WorkingDays } from '../rules/index.js';
import type { ListingEntity } from './listing.entity.js';
import { reviewCountryOf } from './listing.policy.js';

/** How long desks may take, in working days of the country that reviews, by the rules of the listing's facility. */
@Injectable()
export class ReviewPatience {
  constructor(
    private readonly rules: Rules,
    private readonly workingDays: WorkingDays,
    private readonly clock: BusinessClock,
  ) {}

  /** When the desk of a country that gets something now should have decided. */
  async dueFromNow(facility: string, country: string): Promise<Date> {
    return this.workingDays.after(await this.clock.now(), await this.rules.get(reviewDueDays, facility), country);
  }

  /** Whether the days of a rule have passed since it came before its desk. */
  async isOver(row: ListingEntity, days: Rule<number>): Promise<boolean> {
    if (row.reviewSince === null) return false;
    const end = await this.workingDays.after(row.reviewSince, await this.rules.get(days, row.facility), reviewCountryOf(row));
    return end <= (await this.clock.now());
  }
}
