import type { PersonActor } from '../../../src/kernel/actor.js';
import { NotificationsModule, NotificationsQueries } from '../../../src/modules/notifications/index.js';
import { OrganizationsQueries, OrganizationsService } from '../../../src/modules/organizations/index.js';
import { ScreeningLists, ScreeningModule, ScreeningQueries, ScreeningService } from '../../../src/modules/screening/index.js';
import { matchingContext, newListed, runJobs, runJobsAgain, type MatchingContext } from '../../support/factories/matching.js';
import { newMember, newOrganization, newPerson } from '../../support/factories/organizations.js';
import { outcomes, refusalOf } from '../../support/refusal.js';

let ctx: MatchingContext;
let lists: ScreeningLists;
let screening: ScreeningService;
let queries: ScreeningQueries;
let organizations: OrganizationsService;
let administrator: PersonActor;

beforeAll(async () => {
  ctx = await matchingContext([NotificationsModule, ScreeningModule]);
  lists = ctx.get(ScreeningLists);
  screening = ctx.get(ScreeningService);
  queries = ctx.get(ScreeningQueries);
  organizations = ctx.get(OrganizationsService);
  administrator = await newPerson(ctx, { administrator: true });
});
afterAll(() => ctx.close());

const LIST = {
  name: 'A list',
  asOf: '2026-11-01',
  csv: 'name,aliases,country\nCrescent Arms Trading,Crescent Trading;CAT,SY\nNobody at all,,',
};
const CLEARED = { reason: 'another-of-that-name' };
const isHeld = async (id: string) => (await ctx.get(OrganizationsQueries).brief([id]))[0]?.held;
const openHits = async (organizationId: string) => (await queries.hits({ status: 'open', organizationId, limit: 50 })).items;
const inCatalogue = async (id: string) => ((await ctx.sql.query('SELECT FROM catalogue_listing WHERE id = $1', [id])).rowCount ?? 0) > 0;
const register = async (legalName: string, country = 'KE') => {
  const { id } = await organizations.register(await newPerson(ctx), { legalName, country, type: '70', languages: ['en'] });
  await runJobs(ctx);
  return id;
};

it('a list that comes in holds whose name is like one on it, and takes its listings out of sight until a person has decided', async () => {
  const { id, manager } = await newOrganization(ctx, { legalName: 'Crescent Trading L.L.C.', country: 'SY' });
  const { id: other } = await newOrganization(ctx, { legalName: 'Green Water Works', country: 'SY' });
  const listed = await newListed(ctx, { kind: 'technology', owner: manager });
  await lists.import(administrator, LIST);
  await runJobs(ctx);
  expect([await isHeld(id), await isHeld(other), await inCatalogue(listed.id)]).toEqual([true, false, false]);

  const [hit] = await openHits(id);
  expect(hit).toMatchObject({ list: 'A list', listedName: 'Crescent Trading', listedCountry: 'SY', likeness: 1 });
  const inbox = await ctx.get(NotificationsQueries).page(administrator, { limit: 10 });
  expect(inbox.items.map(({ kind }) => kind)).toContain('organization-held');
  expect(JSON.stringify(await ctx.get(NotificationsQueries).page(manager, { limit: 10 }))).not.toContain('organization-held');

  await screening.decide(administrator, hit!.id, 'cleared', CLEARED);
  expect([await isHeld(id), await inCatalogue(listed.id)]).toEqual([false, true]);
});

it('whoever is on a list is held when it registers, also under another spelling, and a new name is looked at again', async () => {
  await lists.import(administrator, LIST);
  expect(await isHeld(await register('CRESENT ARMS TRADING CO', 'SY'))).toBe(true);
  const id = await register('Harmless Pumps');
  expect(await isHeld(id)).toBe(false);
  await organizations.update(administrator, id, 1, { legalName: 'Crescent Arms Trading' });
  await runJobs(ctx);
  expect(await isHeld(id)).toBe(true);
});

it('a decision is remembered for the two names: not for a new import, but for another name', async () => {
  const id = await register('Crescent Trading', 'SY');
  const [hit] = await openHits(id);
  await screening.decide(administrator, hit!.id, 'cleared', CLEARED);
  await lists.import(administrator, { ...LIST, asOf: '2026-11-15' });
  await runJobs(ctx);
  await runJobsAgain(ctx);
  expect(await isHeld(id)).toBe(false);
  await lists.import(administrator, { name: 'Another list', asOf: '2026-11-15', csv: 'name\nCrescent Trading' });
  await runJobs(ctx);
  expect(await isHeld(id)).toBe(true);
});

it('who is confirmed stays held until another administrator clears it; each decides once, and does not belong to it', async () => {
  const id = await register('Crescent Arms Trading', 'SY');
  const member = await newMember(ctx, id, 'viewer', await newPerson(ctx, { administrator: true }));
  const [hit] = await openHits(id);
  expect(await refusalOf(screening.decide(member, hit!.id, 'cleared', CLEARED))).toBe('forbidden organization.own-organization');
  expect(await refusalOf(screening.decide(administrator, hit!.id, 'cleared', { reason: 'because' }))).toBe('invalid request.invalid');
  await screening.decide(administrator, hit!.id, 'confirmed', { reason: 'on-screening-list', note: 'The same registration number.' });
  expect(await isHeld(id)).toBe(true);
  expect(await refusalOf(screening.decide(administrator, hit!.id, 'cleared', CLEARED))).toBe('conflict screening-hit.decided');
  const colleague = await newPerson(ctx, { administrator: true });
  expect(await refusalOf(screening.decide(colleague, hit!.id, 'confirmed', { reason: 'other' }))).toBe('conflict screening-hit.decided');
  for (const one of [hit!, ...(await openHits(id))]) await screening.decide(colleague, one.id, 'cleared', CLEARED);
  expect(await isHeld(id)).toBe(false);
  expect(await refusalOf(screening.decide(administrator, hit!.id, 'confirmed', { reason: 'other' }))).toBe(
    'conflict screening-hit.decided',
  );
});

it('is released with its last hit, also when administrators clear two at once, or one while another is found', async () => {
  const colleague = await newPerson(ctx, { administrator: true });
  for (const name of ['First', 'Second']) await lists.import(administrator, { ...LIST, name, csv: 'name\nTwin Dunes Holding' });
  const twice = { done: 2, refused: [] };
  for (let round = 0; round < 5; round++) {
    const id = await register(`Twin Dunes Holding ${'I'.repeat(round + 1)}`);
    const found = ['First', 'Second'].map((list) => ({
      entry: { list, names: ['Twin Dunes Holding'], country: null },
      name: 'Twin Dunes Holding',
      likeness: 1,
    }));
    await ctx.uow.run(() => screening.found(administrator, { organizationId: id, name: `Twin ${round}` }, found));
    const hits = await openHits(id);
    const clear = ({ id: hit }: { id: string }, by: PersonActor) => screening.decide(by, hit, 'cleared', CLEARED);
    const [first, second, ...rest] = hits;
    for (const hit of rest) await clear(hit, administrator);
    expect(await outcomes([clear(first!, administrator), clear(second!, colleague)])).toEqual(twice);
    expect(await isHeld(id)).toBe(false);
    expect(await outcomes([clear(first!, administrator), clear(first!, colleague)])).toMatchObject({ done: 0 });
  }
});

it('keeps what was found when a list goes, and no name or word of it in the trail', async () => {
  const id = await register('Crescent Arms Trading', 'SY');
  const { id: list } = await lists.import(administrator, LIST);
  await lists.remove(administrator, list);
  await runJobs(ctx);
  expect(await openHits(id)).not.toEqual([]);
  expect(await refusalOf(lists.remove(administrator, list))).toBe('not-found screening-list.not-found');
  const { rows } = await ctx.sql.query<{ data: object }>(`SELECT data FROM audit_entry WHERE action LIKE 'screening.%'`);
  expect(rows.length).toBeGreaterThan(3);
  expect(JSON.stringify(rows)).not.toMatch(/crescent|registration number/i);
});
