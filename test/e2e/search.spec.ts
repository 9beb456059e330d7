import { searchAnswer } from '../../src/modules/catalogue/catalogue.schemas.js';
import { CatalogueFollower } from '../../src/modules/catalogue/index.js';
import { signUp } from '../support/client.js';
import { startApp, type TestApp } from '../support/e2e.js';
import { newPublishedRow } from '../support/factories/published-rows.js';

let gate: TestApp;
let id: string;

beforeAll(async () => {
  gate = await startApp();
  id = await newPublishedRow(gate, { title: 'Solar dryers for mangoes', description: 'Built of bamboo by hand.', country: 'KE' });
  await newPublishedRow(gate, { kind: 'need', title: 'Drying of fish', country: 'MZ' });
  await gate.get(CatalogueFollower).catchUp();
});
afterAll(() => gate.close());

const ids = (answer: { body: { items: { id: string }[] } }) => answer.body.items.map((item) => item.id);

describe('search over HTTP', () => {
  it('answers anybody as the documentation says, with facets on the first page only', async () => {
    const first = await gate.visitor.get('/api/v1/search?limit=1');
    expect(first.status).toBe(200);
    expect(searchAnswer.safeParse(first.body).success).toBe(true);
    expect(first.body.facets.kind).toEqual([
      { code: 'need', count: 1 },
      { code: 'technology', count: 1 },
    ]);
    const second = await gate.visitor.get(`/api/v1/search?limit=1&after=${first.body.next}`);
    expect(second.body).toMatchObject({ next: null });
    expect(second.body.facets).toBeUndefined();
  });

  it('looks into full texts for members only', async () => {
    expect(ids(await gate.visitor.get('/api/v1/search?q=bamboo'))).toEqual([]);
    const { client, id: person } = await signUp(gate.visitor);
    expect(ids(await client.get('/api/v1/search?q=bamboo'))).toEqual([]);
    const made = await client.post('/api/v1/organizations', { legalName: 'Reader', country: 'KE', type: '70', languages: ['en'] });
    expect(made.status).toBe(201);
    expect(ids(await client.get('/api/v1/search?q=bamboo'))).toEqual([]);
    await gate.sql.query(`UPDATE organization SET level = 'basic' WHERE created_by = $1`, [person]);
    expect(ids(await client.get('/api/v1/search?q=bamboo'))).toEqual([id]);
    await gate.sql.query(`UPDATE organization SET standing = 'suspended' WHERE created_by = $1`, [person]);
    expect(ids(await client.get('/api/v1/search?q=bamboo'))).toEqual([]);
    expect(ids(await gate.visitor.get('/api/v1/search?q=mango&country=KE,TZ&kind=technology&lang=en'))).toEqual([id]);
  });

  it('lets members alone filter by what only they see', async () => {
    const refused = await gate.visitor.get('/api/v1/search?readiness=9&size=above-1m');
    expect(refused.body.errors).toMatchObject([
      { path: 'readiness', code: 'members-only' },
      { path: 'size', code: 'members-only' },
    ]);
    expect((await gate.visitor.get('/api/v1/search?group=LDC&near=up&crs=14030&sort=closing')).status).toBe(200);
    expect((await gate.visitor.get('/api/v1/search?group=nowhere&near=far&sort=luck')).body.errors).toHaveLength(3);
  });

  it('names every fault of a query', async () => {
    const refused = await gate.visitor.get('/api/v1/search?kind=tool&sdg=water&country=Kenya&colour=red');
    expect(refused.status).toBe(400);
    expect(refused.body.errors.length).toBeGreaterThanOrEqual(4);
    expect((await gate.visitor.get('/api/v1/search?after=nonsense')).body.code).toBe('cursor.expired');
  });
});
