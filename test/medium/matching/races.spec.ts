import { MatchInterestService } from '../../../src/modules/matching/index.js';
import { MatchOrder } from '../../../src/modules/matching/match-order.js';
import { matchingContext, matchesOf, matchRow, moveListing, newListed, newPair, revise, runJobs, type MatchingContext } from '../../support/factories/matching.js';

let context: MatchingContext;
beforeAll(async () => {
  context = await matchingContext();
});
afterAll(() => context.close());

/** Does something between the ranking and the commit of the next run: the order of asking is looked up there. */
function beforeNextCommit(act: () => Promise<unknown>): void {
  const order = context.get<MatchOrder>(MatchOrder);
  const lookUp = order.heldFirst.bind(order);
  order.heldFirst = async (offers) => {
    order.heldFirst = lookUp;
    await act();
    return lookUp(offers);
  };
}

const openOffers = async (needId: string) =>
  (await matchesOf(context, needId)).filter((row) => row.state === 'suggested' && !row.touched).map((row) => row.offer_id);

describe('between the ranking of a run and its commit', () => {
  it('an offer may leave, and its own job may have come too early to take it out', async () => {
    const offer = await newListed(context, { kind: 'technology' });
    await runJobs(context);
    const need = await newListed(context, { kind: 'need' });
    beforeNextCommit(async () => {
      await moveListing(context, offer, 'paused');
      await runJobs(context, { only: 'matching.match-offer' });
    });
    await runJobs(context);
    expect(await openOffers(need.id)).not.toContain(offer.id);
  });

  it('another offer may come, whose run writes first and is not overwritten', async () => {
    const need = await newListed(context, { kind: 'need' });
    const came: string[] = [];
    beforeNextCommit(async () => {
      came.push((await newListed(context, { kind: 'solution' })).id);
      await runJobs(context, { only: 'matching.match-offer' });
    });
    await runJobs(context);
    expect(await openOffers(need.id)).toEqual(expect.arrayContaining(came));
  });

  it('a person may touch a pair, which is then no longer the engine’s', async () => {
    const { need, id, seeker } = await newPair(context);
    await revise(context, need, { teaser: 'Water, soon' });
    beforeNextCommit(() => context.get(MatchInterestService).expressInterest(seeker, id, { seen: null }));
    const before = await matchRow(context, id);
    await runJobs(context);
    expect(await matchRow(context, id)).toMatchObject({ state: 'interest_seeker', touched: true, need_revision: before.need_revision, score: before.score });
  });
});
