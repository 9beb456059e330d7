import fc from 'fast-check';
import { decodeCursor, encodeCursor, pageOf } from './pagination.js';

const ID = '00000000-0000-4000-8000-00000000000a';

describe('a cursor', () => {
  it.each(['2026-11-24 03:59:25.426123+00', '2024-02-29T23:59:59.1Z', '1970-01-01 00:00:00-03:30'])('keeps the time %s', (time) =>
    expect(decodeCursor(encodeCursor([time, ID]), ['time', 'id'])).toEqual([time, ID]),
  );

  it.each([
    '2026-02-31 00:00:00+00',
    '2026-13-01T00:00:00Z',
    '0000-01-01T00:00:00Z',
    '2026-01-01',
    '2026-01-01 25:00:00+00',
    'infinity',
    'now',
    '',
  ])('takes "%s" for no time', (time) =>
    expect(() => decodeCursor(encodeCursor([time]), ['time'])).toThrow(expect.objectContaining({ code: 'cursor.expired' })),
  );

  it.each([2 ** 31, -(2 ** 31), 0.5, '1', null, true])('takes %j for no whole number of a column', (value) =>
    expect(() => decodeCursor(encodeCursor([value as number]), ['int'])).toThrow(expect.objectContaining({ code: 'cursor.expired' })),
  );

  it('comes back as it was made', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -(2 ** 31) + 1, max: 2 ** 31 - 1 }),
        fc.uuid(),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        (n, id, x) => {
          expect(decodeCursor(encodeCursor([n, id, x]), ['int', 'id', 'number'])).toEqual([n, id, Object.is(x, -0) ? 0 : x]);
        },
      ),
    );
  });

  it('that is anything else is refused in one way', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.jsonValue().map((value) => Buffer.from(JSON.stringify(value)).toString('base64url')),
        ),
        (cursor) => {
          expect(() => decodeCursor(cursor, ['time', 'id'])).toThrow(expect.objectContaining({ code: 'cursor.expired' }));
        },
      ),
    );
  });
});

it('a page has a next one only when there was one row too many', () => {
  expect(pageOf([1, 2, 3], 2, (n) => [n])).toEqual({ items: [1, 2], next: encodeCursor([2]) });
  expect(pageOf([1, 2], 2, (n) => [n])).toEqual({ items: [1, 2], next: null });
  expect(pageOf([], 2, () => [0])).toEqual({ items: [], next: null });
});
