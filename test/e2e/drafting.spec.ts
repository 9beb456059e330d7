import { CatalogueFollower } from '../../src/modules/catalogue/index.js';
import type { Client } from '../support/client.js';
import { startApp, type TestApp } from '../support/e2e.js';
import { administrator, draft, party, publish, type Party, waterOffers } from '../support/journey.js';

let gate: TestApp;
let reviewer: Client;
let owner: Party;
let other: Party;

beforeAll(async () => {
  gate = await startApp();
  reviewer = await administrator(gate);
  owner = await party(gate, 'KE', 'First owner');
  other = await party(gate, 'UG', 'Second owner');
});
afterAll(() => gate.close());

const similar = async (client: Client, path: string) =>
  (await client.get(`${path}/similar`)).body.items as { id: string; sameOrganization: boolean; likeness: number }[];

describe('help for whoever writes a listing', () => {
  it('says when the same organization lists nearly the same twice, whatever the state of the first', async () => {
    const first = await draft(owner, 'offers', waterOffers.technology);
    const again = await draft(owner, 'offers', { ...waterOffers.technology, title: 'Solar desalination unit for the wells of villages' });
    const quite = await draft(owner, 'offers', {
      ...waterOffers.technology,
      title: 'Drip kits',
      description: 'Hoses with small holes for dry fields.',
    });
    expect(await similar(owner.client, again.path)).toMatchObject([{ id: first.id, sameOrganization: true }]);
    expect(await similar(owner.client, quite.path)).toEqual([]);
    await publish(owner, reviewer, first);
    await gate.get(CatalogueFollower).catchUp();
    expect((await similar(owner.client, again.path)).map(({ id }) => id)).toEqual([first.id]);
  });

  it('says when another organization has published nearly the same in the same sector, by what its writer may read', async () => {
    const copy = await draft(other, 'offers', waterOffers.technology);
    await gate.sql.query(`UPDATE organization SET level = 'basic' WHERE id = $1`, [other.organizationId]);
    const [found, ...rest] = await similar(other.client, copy.path);
    expect(rest).toEqual([]);
    expect(found).toMatchObject({ sameOrganization: false });
    expect(found!.likeness).toBeGreaterThan(0.9);
    const { headers } = await other.client.get(copy.path);
    await other.client.patch(copy.path, { codes: [{ scheme: 'crs', code: '31120' }] }, { 'if-match': String(headers.etag) });
    expect(await similar(other.client, copy.path)).toEqual([]);
    expect((await gate.visitor.get(`${copy.path}/similar`)).status).toBe(401);
    expect((await owner.client.get(`${copy.path}/similar`)).status).toBe(404);
  });

  it('suggests codes by their names and by what like listings carry', async () => {
    const suggested = async (body: object) =>
      (await other.client.post('/api/v1/code-suggestions', body)).body.items as {
        scheme: string;
        code: string;
        likeListings: boolean;
        words: string[];
      }[];
    const byNeighbour = await suggested({ language: 'en', title: 'Desalination with solar panels for village wells' });
    expect(byNeighbour.find(({ code }) => code === '14031')).toMatchObject({ scheme: 'crs', likeListings: true });
    const byName = await suggested({ language: 'en', title: 'Malaria control in border districts' });
    expect(byName[0]).toMatchObject({
      scheme: 'crs',
      code: '12262',
      likeListings: false,
      name: 'Malaria control',
      words: ['malaria', 'control'],
    });
    expect(await suggested({ language: 'en', title: 'zzz' })).toEqual([]);
    const refused = await other.client.post('/api/v1/code-suggestions', { language: 'english!', title: '' });
    expect(refused.body.errors.map(({ path }: { path: string }) => path)).toEqual(['language', 'title']);
  });

  it('keeps where a code came from', async () => {
    const codes = [{ scheme: 'crs', code: '12262', main: true, origin: 'suggested' }];
    const { path } = await draft(owner, 'needs', { title: 'Malaria control', codes, kinds: ['solution'] });
    expect((await owner.client.get(path)).body.codes).toEqual(codes);
  });
});
