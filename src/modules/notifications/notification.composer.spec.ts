import { workingDaysAfter } from './notification.composer.js';

describe('working days', () => {
  it.each([
    ['2026-11-23T09:00:00Z', 5, '2026-11-30'],
    ['2026-11-27T23:59:00Z', 1, '2026-11-30'],
    ['2026-11-28T00:00:00Z', 1, '2026-11-30'],
    ['2026-12-29T12:00:00Z', 5, '2027-01-05'],
  ])('from %s, %i of them lead to %s', (moment, days, day) => {
    expect(workingDaysAfter(new Date(moment), days)).toBe(day);
  });
});
