import { loadCodeBookFromFiles } from '../../taxonomy/index.js';
import { facilityObstacle, type FacilityFacts } from './facility.policy.js';

const book = loadCodeBookFromFiles();
const facility: FacilityFacts = { active: true, opens: null, closes: null, places: [], sectors: [] };
const day = '2026-11-24';
const candidate = { country: 'RW', sectors: ['14030'] };

describe('a listing in a facility', () => {
  it.each([
    [{}, null],
    [{ active: false }, 'closed'],
    [{ opens: '2026-11-25' }, 'closed'],
    [{ opens: day, closes: day }, null],
    [{ closes: '2026-11-23' }, 'closed'],
    [{ places: ['group:LLDC'] }, null],
    [{ places: ['KE', 'group:SIDS'] }, 'country'],
    [{ sectors: ['14'] }, null],
    [{ sectors: ['140', '230'] }, null],
    [{ sectors: ['230'] }, 'sector'],
    [{ places: ['group:SIDS'], sectors: ['230'] }, 'country'],
  ] as [Partial<FacilityFacts>, string | null][])('with %j: %s', (change, obstacle) =>
    expect(facilityObstacle({ ...facility, ...change }, candidate, book, day)).toBe(obstacle),
  );

  it('of a sector waits for a listing to name one', () => {
    expect(facilityObstacle({ ...facility, sectors: ['14'] }, { country: 'RW', sectors: [] }, book, day)).toBe('sector');
  });
});
