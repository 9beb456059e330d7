import { GROUPS_DAILY, CountryGroups } from '../../../src/modules/taxonomy/index.js';
import { CatalogueFollower } from '../../../src/modules/catalogue/index.js';
import { MATCHING_DAILY } from '../../../src/modules/matching/match-timers.jobs.js';
import { matchesFound } from '../../../src/modules/matching/index.js';
import { DomainEvents } from '../../../src/platform/events/domain-events.js';
import { Schedule } from '../../../src/platform/queue/schedule.js';
import { matchesOf, matchingContext, newListed, runJobs, type MatchingContext } from '../../support/factories/matching.js';

let context: MatchingContext;
const told: { listingId: string; side: string; count: number }[] = [];

beforeAll(async () => {
  context = await matchingContext();
  context.get(DomainEvents).on(matchesFound, async ({ listingId, side, count }) => told.push({ listingId, side, count }));
});
afterAll(() => context.close());

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const look = async () => {
  await context.get(CatalogueFollower).catchUp();
  await runJobs(context);
};

it('a country that graduates loses what was for its group, and an equal offer takes the place, on that day and not before', async () => {
  const need = await newListed(context, { kind: 'need' });
  const forLdcs = await newListed(context, { kind: 'technology', content: { countriesOffered: ['group:LDC'] } });
  const forOthers = await newListed(context, { kind: 'technology', content: { countriesRefused: ['group:LDC'] } });
  await look();
  const states = async () => Object.fromEntries((await matchesOf(context, need.id)).map((row) => [row.offer_id, row.state]));
  expect(await states()).toEqual({ [forLdcs.id]: 'suggested' });
  const [before] = await matchesOf(context, need.id);
  told.length = 0;

  await context
    .get(CountryGroups)
    .save(context.administrator, 'LDC', 'MZ', { periods: [{ from: '1988-01-01', to: day(30) }], source: 'a resolution' });
  await look();
  expect(await states()).toEqual({ [forLdcs.id]: 'suggested' });

  await context.shiftClock('30 days');
  await context.get(Schedule).runNow(GROUPS_DAILY);
  await context.get(Schedule).runNow(MATCHING_DAILY);
  await look();
  expect(await states()).toEqual({ [forLdcs.id]: 'superseded', [forOthers.id]: 'suggested' });
  const after = (await matchesOf(context, need.id)).find((row) => row.offer_id === forOthers.id);
  expect(after?.score).toBeGreaterThan(0);
  expect(before?.engine_version).not.toBe(after?.engine_version);
  expect(told).toEqual([
    { listingId: need.id, side: 'seeker', count: 1 },
    { listingId: forOthers.id, side: 'provider', count: 1 },
  ]);
});
