import { VISITOR } from '../../../src/kernel/actor.js';
import { ListingsQueries } from '../../../src/modules/listings/index.js';
import { newOrganization } from '../../support/factories/organizations.js';
import {
  ALL_KINDS,
  changesOf,
  listingContext,
  type ListingContext,
  type MadeListing,
  newPublished,
  rowOf,
} from '../../support/factories/listings.js';
import { refusalOf } from '../../support/refusal.js';

describe('a revision beside the published one', () => {
  let context: ListingContext;
  let listing: MadeListing;
  beforeAll(async () => (context = await listingContext()));
  afterAll(() => context.close());
  beforeEach(async () => {
    listing = await newPublished(context, { fields: { title: 'Pump of 2026' } });
    await context.drafts.edit(listing.owner, { ...listing, seen: 3 }, { fields: { title: 'Pump of 2027' } });
  });

  const publishedTitle = async (): Promise<unknown> => {
    const [published] = await context.get(ListingsQueries).published([listing.id]);
    return (published?.content as { title: string } | undefined)?.title;
  };

  it('waits, while everybody goes on seeing and matching the published one', async () => {
    expect(await rowOf(context, listing)).toMatchObject({
      state: 'published',
      published_revision: 1,
      pending_revision: 2,
      pending_state: 'draft',
    });
    expect(await publishedTitle()).toBe('Pump of 2026');
    expect(await changesOf(context, listing)).toBe(1);
    expect(await context.views.one(VISITOR, listing.id, ALL_KINDS)).toMatchObject({ title: 'Pump of 2026', state: 'published' });
    expect(await context.views.one(listing.owner, listing.id, ALL_KINDS)).toMatchObject({
      title: 'Pump of 2026',
      pending: { revision: 2, state: 'draft', title: 'Pump of 2027' },
      allowed: expect.arrayContaining(['pause', 'submit']),
    });
    expect(await context.views.one(context.officer, listing.id, ALL_KINDS)).toMatchObject({ pending: null, pendingState: null });
  });

  it('takes its place on approval, and keeps the dates of the listing', async () => {
    const before = await rowOf(context, listing);
    await context.submission.submit(listing.owner, listing);
    expect(await publishedTitle()).toBe('Pump of 2026');
    expect(await context.views.one(context.officer, listing.id, ALL_KINDS)).toMatchObject({
      pending: { title: 'Pump of 2027', state: 'centre_review' },
    });
    expect(await refusalOf(context.drafts.edit(listing.owner, listing, { fields: { title: 'x' } }))).toBe('conflict listing.not-editable');
    await context.review.approve(context.officer, listing);
    expect(await publishedTitle()).toBe('Pump of 2027');
    const { expires_at, published_at } = before;
    expect(await rowOf(context, listing)).toMatchObject({
      state: 'published',
      published_revision: 2,
      pending_revision: null,
      pending_state: null,
      expires_at,
      published_at,
    });
    expect(await changesOf(context, listing)).toBe(2);
  });

  it('is given back and improved as a third', async () => {
    await context.submission.submit(listing.owner, listing);
    await context.review.requestChanges(context.officer, listing, { note: 'Say more.' });
    await context.drafts.edit(listing.owner, listing, { fields: { title: 'Pump of 2028' } });
    expect(await rowOf(context, listing)).toMatchObject({ pending_revision: 3, pending_state: 'changes_requested' });
    await context.submission.submit(listing.owner, listing);
    await context.review.approve(context.officer, listing);
    expect(await publishedTitle()).toBe('Pump of 2028');
  });

  it('is dropped when rejected, and the published one stays', async () => {
    await context.submission.submit(listing.owner, listing);
    await context.review.reject(context.officer, listing, { reason: 'evidence-missing' });
    expect(await rowOf(context, listing)).toMatchObject({ state: 'published', pending_revision: null, pending_state: null });
    expect(await publishedTitle()).toBe('Pump of 2026');
    await context.drafts.edit(listing.owner, listing, { fields: { teaser: 'Again.' } });
    expect(await context.views.one(listing.owner, listing.id, ALL_KINDS)).toMatchObject({
      pending: { revision: 3, teaser: 'Again.', title: 'Pump of 2026' },
    });
  });

  it('is in the list of what waits for review', async () => {
    await context.submission.submit(listing.owner, listing);
    const query = { limit: 100, state: ['centre_review' as const] };
    const ids = async (actor: Parameters<typeof context.views.list>[0]): Promise<unknown[]> =>
      (await context.views.list(actor, ALL_KINDS, query)).items.map(({ id }) => id);
    expect(await ids(context.officer)).toContain(listing.id);
    expect(await ids(context.administrator)).toContain(listing.id);
    expect(await ids(listing.owner)).toContain(listing.id);
    expect(await ids((await newOrganization(context)).manager)).toEqual([]);
    expect(await ids(VISITOR)).toEqual([]);
  });

  it('comes through a pause, and goes with the listing', async () => {
    await context.life.pause(listing.owner, listing);
    await context.submission.submit(listing.owner, listing);
    await context.review.approve(context.officer, listing);
    expect(await rowOf(context, listing)).toMatchObject({ state: 'paused', published_revision: 2 });
    await context.drafts.edit(listing.owner, listing, { fields: { title: 'Never seen' } });
    await context.life.withdraw(listing.owner, listing, { reason: 'no-longer-offered' });
    expect(await rowOf(context, listing)).toMatchObject({ state: 'withdrawn', pending_revision: null, state_reason: 'no-longer-offered' });
  });
});
