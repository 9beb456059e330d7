import { workingDaysAfter } from './working-days.js';

const SATURDAY_SUNDAY = [6, 0];
const FRIDAY_SATURDAY = [5, 6];

// 2026-11-24 is a Tuesday.
it.each([
  ['a day', '2026-11-24', 1, SATURDAY_SUNDAY, '2026-11-25'],
  ['over a weekend', '2026-11-24', 5, SATURDAY_SUNDAY, '2026-12-01'],
  ['over a weekend of Friday and Saturday', '2026-11-24', 5, FRIDAY_SATURDAY, '2026-12-01'],
  ['where Sunday is worked', '2026-11-27', 1, FRIDAY_SATURDAY, '2026-11-29'],
  ['from a weekend on', '2026-11-28', 1, SATURDAY_SUNDAY, '2026-11-30'],
  ['no day', '2026-11-28', 0, SATURDAY_SUNDAY, '2026-11-28'],
  ['one free day a week', '2026-11-26', 2, [6], '2026-11-29'],
])('%s', (_, from, days, weekend, to) => {
  expect(workingDaysAfter(new Date(`${from}T09:30:00Z`), days, weekend).toISOString()).toBe(`${to}T09:30:00.000Z`);
});

it('passes over holidays, and one on a weekend costs nothing', () => {
  const holidays = ['2026-11-25', '2026-11-28'];
  expect(workingDaysAfter(new Date('2026-11-24T09:30:00Z'), 3, SATURDAY_SUNDAY, holidays).toISOString()).toBe('2026-11-30T09:30:00.000Z');
});

it('refuses a week without working days', () => {
  expect(() => workingDaysAfter(new Date(), 1, [0, 1, 2, 3, 4, 5, 6])).toThrow(RangeError);
});
