import { MatchInterestService, MATCHING_DAILY } from '../../../src/modules/matching/index.js';
import { Schedule } from '../../../src/platform/queue/schedule.js';
import { matchingContext, matchesOf, matchRow, moveListing, newPair, runJobs, type MatchingContext } from '../../support/factories/matching.js';

let context: MatchingContext;
let interest: MatchInterestService;
beforeAll(async () => {
  context = await matchingContext();
  interest = context.get(MatchInterestService);
});
afterAll(() => context.close());
afterEach(() => context.shiftClock('0'));

const stateOf = async (id: string) => (await matchRow(context, id)).state;

describe('when a listing ends', () => {
  it.each([
    ['withdrawn', 'withdrawn'],
    ['suspended', 'withdrawn'],
    ['fulfilled', 'withdrawn'],
    ['expired', 'interest_seeker'],
    ['paused', 'interest_seeker'],
  ] as const)('as %s, a match with one yes becomes %s', async (state, expected) => {
    const pair = await newPair(context);
    await interest.expressInterest(pair.seeker, pair.id, { seen: null });
    await moveListing(context, pair.offer, state);
    await runJobs(context);
    expect(await stateOf(pair.id)).toBe(expected);
  });

  it('its suggestions are superseded, and those a person has touched lapse', async () => {
    const pair = await newPair(context);
    await context.sql.query('UPDATE match SET touched = true WHERE id = $1', [pair.id]);
    const other = await newPair(context);
    for (const one of [pair, other]) await moveListing(context, one.offer, 'expired');
    await runJobs(context);
    expect([await stateOf(pair.id), await stateOf(other.id)]).toEqual(['lapsed', 'superseded']);
  });

  it('a yes given to one that has only run out still counts', async () => {
    const pair = await newPair(context);
    await interest.expressInterest(pair.seeker, pair.id, { seen: null });
    await moveListing(context, pair.need, 'expired');
    await runJobs(context);
    await interest.expressInterest(pair.provider, pair.id, { seen: null });
    expect(await stateOf(pair.id)).toBe('under_review');
  });
});

describe('each day', () => {
  const daily = async () => {
    await context.get(Schedule).runNow(MATCHING_DAILY);
    await runJobs(context);
  };

  it('scores are made anew for the day, of pairs nobody has touched', async () => {
    const [pair, touched] = [await newPair(context), await newPair(context)];
    await interest.decline(touched.seeker, touched.id, { reason: 'price', seen: null });
    await runJobs(context);
    const before = [await matchRow(context, pair.id), await matchRow(context, touched.id)];
    await context.shiftClock('90 days');
    await daily();
    const after = [await matchRow(context, pair.id), await matchRow(context, touched.id)];
    expect(after[0]?.score).toBeLessThan(before[0]?.score ?? 0);
    expect(after[1]).toEqual(before[1]);
    const version = after[0]?.version;
    await daily();
    expect((await matchRow(context, pair.id)).version).toBe(version);
  });

  it('what was declined "not now" is suggested again on its day, with a clean sheet', async () => {
    const pair = await newPair(context);
    await interest.expressInterest(pair.provider, pair.id, { seen: null });
    const { rows } = await context.sql.query<{ day: string }>(`SELECT to_char(now() + interval '30 days', 'YYYY-MM-DD') AS day`);
    await interest.decline(pair.seeker, pair.id, { reason: 'not-now', until: rows[0]?.day, seen: null });
    await context.shiftClock('20 days');
    await daily();
    expect(await stateOf(pair.id)).toBe('declined');
    await context.shiftClock('31 days');
    await daily();
    expect(await matchRow(context, pair.id)).toMatchObject({ state: 'suggested', provider_yes_at: null, end_reason: null });
    expect((await matchesOf(context, pair.need.id)).filter((row) => row.offer_id === pair.offer.id)).toHaveLength(1);
  });
});
