import { Injectable } from '@nestjs/common';
import { claimHours } from '../listings/index.js';
import { publicHolidays, reviewDueDays, Rules, workingWeek } from '../rules/index.js';
import { lapseDays, remindSideDays, tellDeskDays, undoMinutes, verificationDays } from './match.rules.js';
import type { Patience } from './match-waits.js';

/** The home facility of the need, and the country whose working week counts. */
export interface Place {
  facility: string;
  country: string;
}

/** The same, how long a no may be taken back, and how long a review stays with whoever has taken it on. */
export type HousePatience = Patience & { undoMinutes: number; claimHours: number };

const RULES = {
  remind: remindSideDays,
  tellDesk: tellDeskDays,
  lapse: lapseDays,
  verification: verificationDays,
  review: reviewDueDays,
  undo: undoMinutes,
  claim: claimHours,
};

/** How long the house waits, read once for many matches. */
@Injectable()
export class MatchPatience {
  constructor(private readonly rules: Rules) {}

  async today(): Promise<(place: Place) => HousePatience> {
    const { weekend, countries } = await this.rules.get(workingWeek);
    const holidays = await this.rules.get(publicHolidays);
    const [remind, tellDesk, lapse, verification, review, undo, claim] = await Promise.all(
      Object.values(RULES).map((rule) => this.rules.byFacility(rule)),
    );
    const of = (rule: typeof remind, facility: string): number => rule?.own.get(facility) ?? rule?.all ?? 0;
    return ({ facility, country }) => ({
      remind: of(remind, facility),
      tellDesk: of(tellDesk, facility),
      lapse: of(lapse, facility),
      verification: of(verification, facility),
      review: of(review, facility),
      weekend: countries[country] ?? weekend,
      holidays: holidays[country],
      undoMinutes: of(undo, facility),
      claimHours: of(claim, facility),
    });
  }
}
