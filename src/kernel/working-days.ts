/** Days of the week on which nobody works: 0 Sunday to 6 Saturday, in UTC. */
export type Weekend = readonly number[];
/** Single days without work, such as `2026-12-12`. */
export type Holidays = readonly string[];

/**
 * The moment so many working days after another, at the same time of day; it never falls on a weekend or holiday unless `days` is 0.
 * @throws RangeError when every day is a weekend.
 */
export function workingDaysAfter(moment: Date, days: number, weekend: Weekend, holidays: Holidays = []): Date {
  if (new Set(weekend).size > 6) throw new RangeError('a week without working days');
  const day = new Date(moment);
  for (let left = days; left > 0;) {
    day.setUTCDate(day.getUTCDate() + 1);
    if (!weekend.includes(day.getUTCDay()) && !holidays.includes(day.toISOString().slice(0, 10))) left--;
  }
  return day;
}
