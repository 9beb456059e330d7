import { Injectable } from '@nestjs/common';
import { workingDaysAfter } from '../../kernel/working-days.js';
import { publicHolidays, workingWeek } from './working-week.rules.js';
import { Rules } from './rules.service.js';

/** Counts working days by the week and the public holidays of a country. */
@Injectable()
export class WorkingDays {
  constructor(private readonly rules: Rules) {}

  /** The same time of day so many working days later, in that country or, without one, in most. */
  async after(moment: Date, days: number, country?: string): Promise<Date> {
    const { weekend, countries } = await this.rules.get(workingWeek);
    if (country === undefined) return workingDaysAfter(moment, days, weekend);
    const { [country]: holidays } = await this.rules.get(publicHolidays);
    return workingDaysAfter(moment, days, countries[country] ?? weekend, holidays);
  }
}
