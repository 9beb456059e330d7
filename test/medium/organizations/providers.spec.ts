import { randomUUID } from 'node:crypto';
import { VISITOR } from '../../../src/kernel/actor.js';
import { ProvidersModule, ProvidersQueries, ProvidersService } from '../../../src/modules/providers/index.js';
import { byKey, newMember, newOrganization, newPerson } from '../../support/factories/organizations.js';
import { mediumContext, type MediumContext } from '../../support/medium.js';
import { errorOf, outcomes, refusalOf } from '../../support/refusal.js';

let ctx: MediumContext;
let providers: ProvidersService;
let queries: ProvidersQueries;

beforeAll(async () => {
  ctx = await mediumContext({ modules: [ProvidersModule] });
  providers = ctx.get(ProvidersService);
  queries = ctx.get(ProvidersQueries);
});
afterAll(() => ctx.close());

async function newListing(organizationId: string, kind: string, change: { state?: string; anonymous?: boolean } = {}): Promise<void> {
  await ctx.sql.query(
    `INSERT INTO listing (id, reference, kind, organization_id, owner_country, country, language, state, anonymous, published_revision, expires_at)
     VALUES ($1::uuid, $1::uuid::text, $2, $3, 'KE', 'KE', 'en', $4, $5, 1, gate_now() + interval '12 months')`,
    [randomUUID(), kind, organizationId, change.state ?? 'published', change.anonymous ?? false],
  );
}

describe('the list of providers', () => {
  const query = { limit: 100, type: '23' };
  const idsOf = async (...call: Parameters<ProvidersQueries['list']>) => (await queries.list(...call)).items.map((item) => item.id);

  it('has organizations with an offer in the catalogue, and no others', async () => {
    const offering = await newOrganization(ctx, { type: '23', country: 'BR' });
    for (const kind of ['technology', 'technology', 'financing', 'need']) await newListing(offering.id, kind);
    const idle = await newOrganization(ctx, { type: '23' });
    await newListing(idle.id, 'need');
    await newListing(idle.id, 'solution', { state: 'paused' });
    await newListing(idle.id, 'solution', { anonymous: true });
    const suspended = await newOrganization(ctx, { type: '23', standing: 'suspended' });
    await newListing(suspended.id, 'technology');
    const { items } = await queries.list(VISITOR, query);
    expect(items).toMatchObject([{ id: offering.id, country: 'BR', offers: { technology: 2, solution: 0, financing: 1 } }]);
    expect(await idsOf(VISITOR, { ...query, kind: 'financing' })).toEqual([offering.id]);
    expect(await idsOf(VISITOR, { ...query, kind: 'solution' })).toEqual([]);
    expect(await idsOf(VISITOR, { ...query, country: 'KE' })).toEqual([]);
  });

  it('names them to members only', async () => {
    const { id } = await newOrganization(ctx, { legalName: 'Sol', type: '24' });
    await newListing(id, 'solution');
    const member = (await newOrganization(ctx)).manager;
    const [shown] = (await queries.list(member, { limit: 10, type: '24' })).items;
    expect(shown).toMatchObject({ legalName: 'Sol', languages: ['en'], statement: null, website: null });
    for (const outsider of [VISITOR, await newPerson(ctx)]) {
      const [hidden] = (await queries.list(outsider, { limit: 10, type: '24' })).items;
      expect(Object.keys(hidden ?? {}).sort()).toEqual([
        'country',
        'id',
        'isExample',
        'level',
        'offers',
        'sectors',
        'serves',
        'type',
        'version',
      ]);
      expect(await queries.one(id, outsider)).toEqual(hidden);
    }
  });

  it('gives every provider once, page by page', async () => {
    const made: string[] = [];
    for (let i = 0; i < 3; i++) {
      const { id } = await newOrganization(ctx, { type: '40' });
      await newListing(id, 'technology');
      made.unshift(id);
    }
    const first = await queries.list(VISITOR, { limit: 2, type: '40' });
    const second = await queries.list(VISITOR, { limit: 2, type: '40', after: first.next ?? undefined });
    expect([...first.items, ...second.items].map((item) => item.id)).toEqual(made);
    expect(second.next).toBeNull();
  });
});

describe('one provider', () => {
  it('is hidden while it offers nothing, but to those who see the organization in full', async () => {
    const { id, manager } = await newOrganization(ctx);
    const other = (await newOrganization(ctx)).manager;
    for (const outsider of [VISITOR, other]) expect(await refusalOf(queries.one(id, outsider))).toBe('not-found provider.not-found');
    expect(await refusalOf(queries.one(randomUUID(), other))).toBe('not-found provider.not-found');
    for (const reader of [manager, await newPerson(ctx, { administrator: true })])
      expect(await queries.one(id, reader)).toMatchObject({ id, version: 0, sectors: [], serves: [] });
  });
});

describe('the profile', () => {
  const patch = { statement: 'Solar pumps since 1998.', sectors: ['14030', '140'], serves: ['KE', 'group:LDC', 'region:014'] };

  it('is written by editors who act for the organization', async () => {
    const { id, manager } = await newOrganization(ctx);
    const editor = await newMember(ctx, id, 'editor');
    await providers.edit(byKey(editor), id, 0, patch);
    expect(await queries.one(id, manager)).toMatchObject({ ...patch, version: 1 });
    await providers.edit(manager, id, 1, { statement: null });
    expect(await queries.one(id, manager)).toMatchObject({ ...patch, statement: null, version: 2 });
    const wrong = [await newMember(ctx, id, 'viewer'), (await newOrganization(ctx)).manager, await newPerson(ctx, { administrator: true })];
    for (const actor of wrong) expect(await refusalOf(providers.edit(actor, id, 2, patch))).toBe('forbidden provider.editor-only');
    expect(await refusalOf(providers.edit(await newPerson(ctx), id, 2, patch))).toBe('not-found organization.not-found');
  });

  it('is not overwritten by who read an older version, the first one included', async () => {
    const { id, manager } = await newOrganization(ctx);
    const twins = await outcomes([providers.edit(manager, id, 0, patch), providers.edit(manager, id, 0, patch)]);
    expect(twins).toEqual({ done: 1, refused: ['precondition provider.changed-since'] });
  });

  it('refuses codes that are on no list, all at once', async () => {
    const { id, manager } = await newOrganization(ctx);
    const refused = await errorOf(providers.edit(manager, id, null, { sectors: ['14030', '99999'], serves: ['XX', 'group:NONE', 'KE'] }));
    expect(refused.details.errors?.map((fault) => fault.path)).toEqual(['sectors.1', 'serves.0', 'serves.1']);
  });
});
