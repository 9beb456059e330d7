import { ListingFacilities } from '../../../src/modules/listings/listing-facilities.service.js';
import { Facilities } from '../../../src/modules/organizations/index.js';
import type { FacilityBody } from '../../../src/modules/organizations/facilities/facilities.schemas.js';
import { ALL_KINDS, listingContext, type ListingContext, newDraft, newSubmitted } from '../../support/factories/listings.js';
import { newOrganization } from '../../support/factories/organizations.js';
import { outcomes, refusalOf } from '../../support/refusal.js';

let ctx: ListingContext;
let facilities: Facilities;
let listings: ListingFacilities;

const body = (change: Partial<FacilityBody> = {}): FacilityBody => ({
  names: { en: 'A window' },
  places: [],
  sectors: [],
  centres: [],
  opens: null,
  closes: null,
  active: true,
  ...change,
});

beforeAll(async () => {
  ctx = await listingContext();
  facilities = ctx.get(Facilities);
  listings = ctx.get(ListingFacilities);
  await facilities.put(ctx.administrator, 'lldc', null, body({ places: ['group:LLDC'] }));
  await facilities.put(ctx.administrator, 'water', null, body({ sectors: ['140'] }));
  await facilities.put(ctx.administrator, 'energy', null, body({ sectors: ['230'] }));
});
afterAll(() => ctx.close());

it('a listing has the home its owner gives it, and is found there and where it is shown besides', async () => {
  const { manager } = await newOrganization(ctx, { country: 'RW' });
  const made = await newDraft(ctx, { kind: 'technology', owner: manager });
  const target = { id: made.id, kinds: ALL_KINDS };
  await listings.place(manager, target, { home: 'lldc', tags: ['water', 'lldc'] });
  expect(await ctx.views.one(manager, made.id, ALL_KINDS)).toMatchObject({ facility: 'lldc', facilityTags: ['water'], version: 2 });
  for (const [facility, found] of [
    ['lldc', 1],
    ['water', 1],
    ['energy', 0],
  ] as const)
    expect((await ctx.views.list(manager, ALL_KINDS, { mine: true, facility, limit: 5 })).items).toHaveLength(found);
  await listings.place(manager, target, { home: 'global', tags: [] });
  expect(await ctx.views.one(manager, made.id, ALL_KINDS)).toMatchObject({ facility: 'global', facilityTags: [] });
});

it('is refused a facility of other countries or sectors, one that is closed or unknown, and stays where it is when one closes', async () => {
  const { manager } = await newOrganization(ctx, { country: 'KE' });
  const made = await newDraft(ctx, { kind: 'technology', owner: manager });
  const target = { id: made.id, kinds: ALL_KINDS };
  const place = (home: string, tags: string[] = []) => refusalOf(listings.place(manager, target, { home, tags }));
  expect(await place('lldc')).toBe('conflict facility.not-open');
  expect(await place('global', ['energy'])).toBe('conflict facility.not-open');
  expect(await place('moon')).toBe('invalid request.invalid');
  await listings.place(manager, target, { home: 'water', tags: [] });
  await facilities.put(ctx.administrator, 'water', 1, body({ sectors: ['140'], closes: '2026-01-31' }));
  await listings.place(manager, target, { home: 'water', tags: [] });
  expect(await refusalOf(listings.place(manager, { ...target, seen: 1 }, { home: 'water', tags: [] }))).toBe(
    'precondition listing.changed-since',
  );
  await facilities.put(ctx.administrator, 'water', 2, body({ sectors: ['140'] }));
});

it('is placed by those who edit it, not by strangers, and not while somebody reviews it', async () => {
  const made = await newSubmitted(ctx, {});
  const place = { home: 'global', tags: ['water'] };
  const target = { id: made.id, kinds: ALL_KINDS };
  const { manager } = await newOrganization(ctx);
  expect(await refusalOf(listings.place(manager, target, place))).toBe('not-found listing.not-found');
  expect(await refusalOf(listings.place(made.owner, target, place))).toBe('conflict listing.not-editable');
});

it('a facility names places, sectors and centres that exist, and the global one takes everybody', async () => {
  const put = (code: string, change: Partial<FacilityBody>) => refusalOf(facilities.put(ctx.administrator, code, null, body(change)));
  expect(await put('odd', { places: ['group:NONE'] })).toBe('invalid request.invalid');
  expect(await put('odd', { sectors: ['99999'] })).toBe('invalid request.invalid');
  expect(await put('odd', { centres: ['6f1b1c1e-0000-4000-8000-000000000000'] })).toBe('invalid request.invalid');
  expect(await put('global', { places: ['KE'] })).toBe('invalid request.invalid');
  expect(await refusalOf(facilities.put(ctx.administrator, 'lldc', 9, body()))).toBe('precondition facility.changed-since');
  const opened = await outcomes([1, 2, 3].map(() => facilities.put(ctx.administrator, 'atolls', 0, body())));
  expect(opened).toEqual({ done: 1, refused: Array(2).fill('precondition facility.changed-since') });
});
