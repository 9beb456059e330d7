import { LISTING_SILENCE, ListingLife, listingSilent } from '../../../src/modules/listings/index.js';
import {
  MATCH_WAITS,
  MatchInterestService,
  MatchOutcomesService,
  MatchReviewService,
  matchWaiting,
} from '../../../src/modules/matching/index.js';
import { DomainEvents } from '../../../src/platform/events/domain-events.js';
import { Schedule } from '../../../src/platform/queue/schedule.js';
import {
  type Listed,
  matchesOf,
  matchingContext,
  type MatchingContext,
  newListed,
  newPair,
  runJobs,
} from '../../support/factories/matching.js';

const NOW = { seen: null };

describe('an owner who lets others wait', () => {
  let context: MatchingContext;
  const told: string[] = [];
  beforeAll(async () => {
    context = await matchingContext();
    const events = context.get(DomainEvents);
    events.on(listingSilent, async ({ listingId }) => void told.push(listingId));
    events.on(matchWaiting, async ({ nudge }) => void (nudge === 'outcomes-differ' && told.push(nudge)));
  });
  afterAll(() => context.close());
  beforeEach(async () => {
    told.length = 0;
    await context.shiftClock('0');
    for (const table of ['match_event', 'match', 'listing_change']) await context.sql.query(`DELETE FROM ${table}`);
    await context.sql.query(`UPDATE listing SET state = 'withdrawn', version = version + 1`);
  });

  const row = async ({ id }: Listed) =>
    (
      await context.sql.query(
        'SELECT state, state_reason AS reason, silent_matches AS missed, renew_by AS until FROM listing WHERE id = $1',
        [id],
      )
    ).rows[0];
  const at = async (days: number): Promise<void> => {
    await context.shiftClock(`${days} days`);
    for (const task of [MATCH_WAITS, LISTING_SILENCE]) await context.get(Schedule).runNow(task);
  };
  /** A need with so many offers whose owners have said yes. */
  const courted = async (times: number): Promise<Listed> => {
    const need = await newListed(context, { kind: 'need' });
    const offers = [];
    for (let i = 0; i < times; i++) offers.push(await newListed(context, { kind: 'technology' }));
    await runJobs(context);
    for (const match of await matchesOf(context, need.id)) {
      const offer = offers.find(({ id }) => id === match.offer_id);
      if (offer) await context.get(MatchInterestService).expressInterest(offer.owner, match.id, NOW);
    }
    return need;
  };

  it('has to renew after the third time in a row; otherwise the listing is paused', async () => {
    const need = await courted(3);
    await at(43);
    expect(told).toEqual([need.id]);
    expect(await row(need)).toMatchObject({ state: 'published', missed: 3, until: expect.any(Date) });
    await at(50);
    expect(await row(need)).toMatchObject({ state: 'published' });
    await at(60);
    expect(await row(need)).toMatchObject({ state: 'paused', reason: 'no-answer' });
    await context.get(ListingLife).resume(need.owner, { id: need.id, kinds: ['need'] });
    expect(await row(need)).toMatchObject({ state: 'published', missed: 0, until: null });
  });

  it('keeps it open by renewing in time', async () => {
    const need = await courted(3);
    await at(43);
    await context.get(ListingLife).renew(need.owner, { id: need.id, kinds: ['need'] });
    await at(60);
    expect(await row(need)).toMatchObject({ state: 'published', missed: 0, until: null });
  });

  it('is not asked after two, nor when an answer came between', async () => {
    const need = await courted(2);
    await at(43);
    expect([told, (await row(need)).missed]).toEqual([[], 2]);
    const offer = await newListed(context, { kind: 'technology' });
    await runJobs(context);
    const match = (await matchesOf(context, need.id)).find(({ offer_id }) => offer_id === offer.id);
    await context.get(MatchInterestService).decline(need.owner, match!.id, { ...NOW, reason: 'price' });
    expect((await row(need)).missed).toBe(0);
  });

  it('two sides that tell different ends are asked by their centres', async () => {
    const pair = await newPair(context);
    for (const side of ['seeker', 'provider'] as const) await context.get(MatchInterestService).expressInterest(pair[side], pair.id, NOW);
    await context.get(MatchReviewService).approve(context.administrator, pair.id, NOW);
    const say = (side: 'seeker' | 'provider', status: 'talking' | 'agreed' | 'ended') =>
      context.get(MatchOutcomesService).report(pair[side], pair.id, { ...NOW, status, quantities: [] });
    await say('seeker', 'talking');
    await say('provider', 'talking');
    expect(told).toEqual([]);
    await say('provider', 'agreed');
    expect(told).toEqual(['outcomes-differ']);
    await say('seeker', 'agreed');
    expect(told).toEqual(['outcomes-differ']);
  });
});
