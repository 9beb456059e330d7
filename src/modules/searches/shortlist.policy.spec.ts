import { requireRoom, SHORTLIST_MAX } from './shortlist.policy.js';

it('a shortlist holds so many and no more', () => {
  expect(() => requireRoom(SHORTLIST_MAX - 1)).not.toThrow();
  expect(() => requireRoom(SHORTLIST_MAX)).toThrow(expect.objectContaining({ code: 'shortlist.full' }));
});
