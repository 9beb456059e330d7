import { ListingLots, ListingsQueries } from '../../../src/modules/listings/index.js';
import { ALL_KINDS, changesOf, listingContext, type ListingContext, newPublished, rowOf } from '../../support/factories/listings.js';
import { refusalOf } from '../../support/refusal.js';

describe('lots of a need', () => {
  let context: ListingContext;
  let lots: ListingLots;
  beforeAll(async () => {
    context = await listingContext();
    lots = context.get(ListingLots);
  });
  afterAll(() => context.close());

  const needWith = (keys: string[]) =>
    newPublished(context, { kind: 'need', fields: { lots: keys.map((key) => ({ key, title: `Part ${key}` })) } });

  it('are filled one by one, and with the last one the need is fulfilled', async () => {
    const need = await needWith(['pumps', 'pipes']);
    const before = await changesOf(context, need);
    await lots.fill(need.owner, need, 'pumps');
    expect(await rowOf(context, need)).toMatchObject({ state: 'published', filled_lots: ['pumps'] });
    expect(await changesOf(context, need)).toBe(before + 1);
    expect(await context.get(ListingsQueries).published([need.id])).toMatchObject([{ filledLots: ['pumps'] }]);
    expect(await context.views.one(need.owner, need.id, ALL_KINDS)).toMatchObject({ filledLots: ['pumps'] });
    expect(await refusalOf(lots.fill(need.owner, need, 'pumps'))).toBe('conflict listing.lot-filled');
    await lots.fill(need.owner, need, 'pipes');
    expect(await rowOf(context, need)).toMatchObject({ state: 'fulfilled', filled_lots: ['pumps', 'pipes'] });
    expect(await refusalOf(lots.fill(need.owner, need, 'pipes'))).toBe('conflict listing.transition-not-allowed');
  });

  it('are those of the need, and filled by its owner alone', async () => {
    const [need, whole] = [await needWith(['pumps']), await needWith([])];
    expect(await refusalOf(lots.fill(need.owner, need, 'roads'))).toBe('invalid request.invalid');
    expect(await refusalOf(lots.fill(whole.owner, whole, 'pumps'))).toBe('invalid request.invalid');
    expect(await refusalOf(lots.fill(whole.owner, need, 'pumps'))).toBe('forbidden listing.transition-forbidden');
    expect(await refusalOf(lots.fill(need.owner, { ...need, seen: 1 }, 'pumps'))).toBe('precondition listing.changed-since');
    expect(await rowOf(context, need)).toMatchObject({ filled_lots: [] });
  });
});
