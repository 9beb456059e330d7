import { lastDay, monthsAfter } from './consent.policy.js';

const today = '2026-11-24';

it.each([
  ['2026-11-24', 12, '2027-11-24'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2026-08-31', 6, '2027-02-28'],
])('%s and %i months: %s', (day, months, after) => expect(monthsAfter(day, months)).toBe(after));

describe('a consent', () => {
  it.each([
    [{ givenOn: '2026-11-01' }, '2027-11-01'],
    [{ givenOn: '2026-11-24', until: '2026-11-24' }, '2026-11-24'],
    [{ givenOn: '2025-12-01', until: '2026-12-01' }, '2026-12-01'],
  ])('%j holds until %s', (days, until) => expect(lastDay(days, today)).toEqual({ until, faults: [] }));

  it.each([
    [{ givenOn: '2026-11-25' }, 'consent.givenOn', 'future'],
    [{ givenOn: '2026-11-01', until: '2027-11-02' }, 'consent.until', 'too-long'],
    [{ givenOn: '2025-11-01' }, 'consent.until', 'past'],
    [{ givenOn: '2026-11-01', until: '2026-11-20' }, 'consent.until', 'past'],
  ])('%j is refused at %s as %s', (days, path, code) => expect(lastDay(days, today).faults).toMatchObject([{ path, code }]));
});
