import { DomainEvents } from '../../../src/platform/events/domain-events.js';
import {
  catalogueChanged,
  LISTING_TIMERS,
  listingClosed,
  listingExpiring,
  listingRenewed,
  listingReopened,
  ListingsQueries,
} from '../../../src/modules/listings/index.js';
import { RulesAdmin } from '../../../src/modules/rules/index.js';
import { Schedule } from '../../../src/platform/queue/schedule.js';
import {
  ALL_KINDS,
  changesOf,
  listingContext,
  type ListingContext,
  type MadeListing,
  newDraft,
  newPublished,
  rowOf,
} from '../../support/factories/listings.js';
import { refusalOf } from '../../support/refusal.js';

describe('the life of a published listing', () => {
  let context: ListingContext;
  let told: string[] = [];
  beforeAll(async () => {
    context = await listingContext();
    const events = context.get(DomainEvents);
    events.on(listingClosed, async ({ reason }) => told.push(`closed ${reason}`));
    events.on(listingReopened, async () => told.push('reopened'));
    events.on(listingRenewed, async () => told.push('renewed'));
    events.on(listingExpiring, async ({ daysLeft }) => told.push(`expiring ${daysLeft}`));
    events.on(catalogueChanged, async ({ listingIds }) => told.push(`catalogue ${listingIds.length}`));
  });
  afterAll(() => context.close());
  afterEach(async () => {
    await context.shiftClock('0');
    // One test's listings must not come due in the next one.
    await context.sql.query(`DELETE FROM listing`);
  });

  const published = async (kind: 'technology' | 'need' = 'technology'): Promise<MadeListing> => {
    const listing = await newPublished(context, { kind });
    told = [];
    return listing;
  };
  const isListed = async ({ id }: MadeListing): Promise<boolean> => (await context.get(ListingsQueries).published([id])).length === 1;
  const tick = async (shift: string): Promise<void> => {
    await context.shiftClock(shift);
    await context.get(Schedule).runNow(LISTING_TIMERS);
  };
  const stateOf = async (listing: MadeListing): Promise<unknown> => (await rowOf(context, listing)).state;

  it('is renewed at the moment it expires, whoever comes first, and a version read before is none any more', async () => {
    const listing = await published();
    const { version } = await rowOf(context, listing);
    await context.shiftClock('13 months');
    await Promise.all([context.get(Schedule).runNow(LISTING_TIMERS), context.life.renew(listing.owner, listing)]);
    await context.get(Schedule).runNow(LISTING_TIMERS);
    expect(await stateOf(listing)).toBe('published');
    const seen = { ...listing, seen: Number(version) };
    expect(await refusalOf(context.life.pause(listing.owner, seen))).toBe('precondition listing.changed-since');
    await tick('30 months');
    expect(await refusalOf(context.life.pause(listing.owner, listing))).toBe('conflict listing.transition-not-allowed');
  });

  it('pauses and resumes by its owner', async () => {
    const listing = await published();
    await context.life.pause(listing.owner, listing, { note: 'Stock-taking.' });
    expect(await rowOf(context, listing)).toMatchObject({ state: 'paused', state_note: 'Stock-taking.' });
    expect(await isListed(listing)).toBe(false);
    await context.life.resume(listing.owner, listing);
    expect(await rowOf(context, listing)).toMatchObject({ state: 'published', state_note: null, version: 5 });
    expect(await isListed(listing)).toBe(true);
    expect(told).toEqual(['closed paused', 'catalogue 1', 'reopened', 'catalogue 1']);
    expect(await changesOf(context, listing)).toBe(3);
  });

  it('is suspended and resumed by administrators alone', async () => {
    const listing = await published();
    expect(await refusalOf(context.life.suspend(listing.owner, listing, { reason: 'rules-broken' }))).toBe(
      'forbidden listing.transition-forbidden',
    );
    expect(await refusalOf(context.life.suspend(context.administrator, listing, {}))).toBe('invalid listing.reason-required');
    await context.life.suspend(context.administrator, listing, { reason: 'rules-broken' });
    expect(await isListed(listing)).toBe(false);
    expect(await refusalOf(context.life.resume(listing.owner, listing))).toBe('conflict listing.transition-not-allowed');
    await context.life.resume(context.administrator, listing);
    expect(await isListed(listing)).toBe(true);
  });

  it('is fulfilled when it is a need, not when it is an offer', async () => {
    const [need, offer] = [await published('need'), await published()];
    expect(await refusalOf(context.life.fulfil(offer.owner, offer))).toBe('conflict listing.transition-not-allowed');
    await context.life.fulfil(need.owner, need);
    expect(await stateOf(need)).toBe('fulfilled');
    expect(await isListed(need)).toBe(false);
    expect((await context.views.one(offer.owner, offer.id, ALL_KINDS)).allowed).not.toContain('fulfil');
  });

  it('is withdrawn for good, and a draft too', async () => {
    const [listing, draft] = [await published(), await newDraft(context)];
    for (const one of [listing, draft]) {
      await context.life.withdraw(one.owner, one);
      expect(await refusalOf(context.life.withdraw(one.owner, one))).toBe('conflict listing.transition-not-allowed');
    }
    expect(told).toEqual(['closed withdrawn', 'catalogue 1']);
    await context.life.archive(draft.owner, draft);
    expect(await stateOf(draft)).toBe('archived');
  });

  it('is nobody else’s to end', async () => {
    const listing = await published();
    for (const actor of [context.officer, context.administrator])
      expect(await refusalOf(context.life.withdraw(actor, listing))).toBe('forbidden listing.transition-forbidden');
  });

  it('leaves the catalogue at its hour, before any timer runs', async () => {
    const listing = await published();
    await context.shiftClock('364 days');
    expect(await isListed(listing)).toBe(true);
    await context.shiftClock('367 days');
    expect(await isListed(listing)).toBe(false);
    expect(await stateOf(listing)).toBe('published');
  });

  it('reminds at 60, 30 and 7 days, each once, and expires', async () => {
    const listing = await published();
    await tick('300 days');
    expect(told).toEqual([]);
    for (const shift of ['310 days', '311 days', '340 days', '359 days', '360 days']) await tick(shift);
    expect(told).toEqual(['expiring 60', 'expiring 30', 'expiring 7']);
    expect(await stateOf(listing)).toBe('expiring');
    expect(await isListed(listing)).toBe(true);
    told = [];
    await tick('366 days');
    await tick('366 days');
    expect(told).toEqual(['closed expired', 'catalogue 1']);
    expect(await stateOf(listing)).toBe('expired');
    await tick('457 days');
    expect(await stateOf(listing)).toBe('archived');
  });

  it('skips reminders it has slept through', async () => {
    await published();
    await tick('360 days');
    expect(told).toEqual(['expiring 7']);
  });

  it('is renewed for another twelve months by its owner, who confirms it', async () => {
    const listing = await published();
    await tick('310 days');
    const before = await rowOf(context, listing);
    await context.life.renew(listing.owner, listing);
    const after = await rowOf(context, listing);
    expect(after).toMatchObject({ state: 'published', assured_by: listing.owner.personId, reminded_days: null });
    expect(Number(after.expires_at) - Number(before.expires_at)).toBeGreaterThan(300 * 86_400_000);
    expect(Number(after.assured_at)).toBeGreaterThan(Number(before.assured_at));
    told = [];
    await tick('370 days');
    expect(told).toEqual([]);
  });

  it('is renewed with the answer to what has changed, which opens a revision for it beside the published one', async () => {
    const listing = await published();
    await context.life.renew(listing.owner, listing);
    const view = () => context.views.one(listing.owner, listing.id, ALL_KINDS);
    expect(await view()).toMatchObject({ assuredBy: listing.owner.personId, assuredChanged: false, pending: null });
    await context.life.renew(listing.owner, listing, { changed: true });
    expect(await view()).toMatchObject({ state: 'published', assuredChanged: true, pending: { revision: 2, state: 'draft' } });
    await context.life.renew(listing.owner, listing, { changed: true });
    expect(await view()).toMatchObject({ pending: { revision: 2, state: 'draft' } });
    await context.drafts.edit(listing.owner, listing, { fields: { title: 'Pump of next year' } });
    await context.submission.submit(listing.owner, listing);
    await context.review.approve(context.officer, listing);
    expect(await view()).toMatchObject({ title: 'Pump of next year', revision: 2, assuredChanged: null });
  });

  it('lives as long as its facility says, published and renewed', async () => {
    const days = async (listing: MadeListing): Promise<number> => {
      const { expires_at, assured_at } = await rowOf(context, listing);
      return Math.round((Number(expires_at) - Number(assured_at)) / 86_400_000);
    };
    await context.get(RulesAdmin).set(context.administrator, 'listing.life-months', { value: 6, facility: 'global' });
    const listing = await newPublished(context);
    expect(await days(listing)).toBeLessThan(190);
    await context.get(RulesAdmin).set(context.administrator, 'listing.life-months', { value: 24, facility: 'global' });
    await context.life.renew(listing.owner, listing);
    expect(await days(listing)).toBeGreaterThan(720);
    await context.get(RulesAdmin).set(context.administrator, 'listing.life-months', { value: 12, facility: 'global' });
  });

  it('is reminded, and leaves the lists, by the days of its facility', async () => {
    const set = (key: string, value: number | number[]) =>
      context.get(RulesAdmin).set(context.administrator, key, { value, facility: 'sids' });
    await set('listing.reminder-days', [100, 10]);
    await set('listing.archive-days', 5);
    const [own, usual] = [await published(), await newPublished(context)];
    await context.sql.query(`UPDATE listing SET facility = 'sids' WHERE id = $1`, [own.id]);
    told = [];
    await tick('270 days');
    expect([await stateOf(own), await stateOf(usual)]).toEqual(['expiring', 'published']);
    await tick('320 days');
    expect(told).toEqual(['expiring 100', 'expiring 60']);
    await tick('366 days');
    await tick('372 days');
    expect([await stateOf(own), await stateOf(usual)]).toEqual(['archived', 'expired']);
  });

  it('comes back from expiry by renewing', async () => {
    const listing = await published();
    await tick('370 days');
    expect(await stateOf(listing)).toBe('expired');
    expect(await refusalOf(context.life.resume(listing.owner, listing))).toBe('conflict listing.transition-not-allowed');
    await context.life.renew(listing.owner, listing);
    expect(await isListed(listing)).toBe(true);
  });

  it('expires while paused', async () => {
    const listing = await published();
    await context.life.pause(listing.owner, listing);
    await tick('370 days');
    expect(await stateOf(listing)).toBe('expired');
  });
});
