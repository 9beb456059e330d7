import { Injectable } from '@nestjs/common';
import { workingDaysAfter } from '../../kernel/working-days.js';
import { workingWeek } from './working-week.rules.js';
import { Rules } from './rules.service.js';

/** Counts working days by the week of a country. Public holidays are not known to it. */
@Injectable()
export class WorkingDays {
  constructor(private readonly rules: Rules) {}

  /** The same time of day so many working days later, in that country or, without one, in most. */
  async after(moment: Date, days: number, country?: string): Promise<Date> {
    const { weekend, countries } = await this.rules.get(workingWeek);
    return workingDaysAfter(moment, days, (country !== undefined && countries[country]) || weekend);
  }
}
