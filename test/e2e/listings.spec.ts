import { listingView } from '../../src/modules/listings/index.js';
import { listingPage } from '../../src/modules/listings/listing.schemas.js';
import { type Client, signUp } from '../support/client.js';
import { startApp, type TestApp } from '../support/e2e.js';
import { completeFields } from '../support/factories/listings.js';

let gate: TestApp;
let owner: Client;
let reviewer: Client;
let organizationId: string;

beforeAll(async () => {
  gate = await startApp();
  owner = (await signUp(gate.visitor)).client;
  const made = await owner.post('/api/v1/organizations', { legalName: 'Aqua Sol Ltd', country: 'KE', type: '70', languages: ['en', 'fr'] });
  organizationId = made.body.id;
  const administrator = await signUp(gate.visitor);
  await gate.sql.query('UPDATE person SET administrator = true WHERE id = $1', [administrator.id]);
  reviewer = administrator.client;
});
afterAll(() => gate.close());

const offer = (change: object = {}) => ({ kind: 'technology', organizationId, language: 'en', ...completeFields('technology', change) });
const need = (change: object = {}) => ({ organizationId, language: 'en', ...completeFields('need', change) });

describe('offers and needs over HTTP', () => {
  it.each([
    ['offers', offer, 'technology'],
    ['needs', need, 'need'],
  ] as const)('%s go from a draft to everybody, each answer as documented', async (collection, body, kind) => {
    const made = await owner.post(`/api/v1/${collection}`, body());
    expect(made).toMatchObject({
      status: 201,
      headers: { etag: '"1"' },
      body: { kind, state: 'draft', version: 1, revision: 1, languages: ['en', 'fr'] },
    });
    const at = `/api/v1/${collection}/${made.body.id}`;
    expect((await gate.visitor.get(at)).status).toBe(404);
    const submitted = await owner.post(`${at}/submit`);
    expect(submitted).toMatchObject({ status: 200, body: { state: 'global_review', allowed: ['withdraw'] } });
    expect((await reviewer.get(`/api/v1/${collection}?state=global_review`)).body.items).toMatchObject([{ id: made.body.id }]);
    expect(await owner.post(`${at}/approve`)).toMatchObject({ status: 403, body: { code: 'listing.transition-forbidden' } });
    const approved = await reviewer.post(`${at}/approve`, { note: 'Good.' });
    expect(approved).toMatchObject({ status: 200, body: { state: 'published', reviews: [{ decision: 'approve', note: 'Good.' }] } });
    expect(await reviewer.post(`${at}/approve`)).toMatchObject({
      status: 409,
      body: { code: 'listing.transition-not-allowed', allowed: ['suspend'] },
    });
    for (const answer of [made, submitted, approved]) expect(listingView.safeParse(answer.body).error).toBeUndefined();
    const seen = await gate.visitor.get(at);
    expect(listingView.safeParse(seen.body).error).toBeUndefined();
    expect(seen.body).toMatchObject({ title: `A ${kind} from the tests`, state: 'published' });
    expect(seen.body).not.toHaveProperty('details');
    const page = await gate.visitor.get(`/api/v1/${collection}?kind=technology&country=KE&limit=1`);
    expect(listingPage.safeParse(page.body).error).toBeUndefined();
    expect(page.body.items).toMatchObject([{ id: made.body.id }]);
    const other = collection === 'offers' ? 'needs' : 'offers';
    expect((await reviewer.get(`/api/v1/${other}/${made.body.id}`)).status).toBe(404);
  });

  it('are edited against the version that was read', async () => {
    const { body } = await owner.post('/api/v1/needs', need());
    const at = `/api/v1/needs/${body.id}`;
    expect((await owner.patch(at, { title: 'x' })).status).toBe(428);
    expect(
      await owner.patch(at, { title: 'Water for two towns', budget: { max: 5000, currency: 'USD' } }, { 'if-match': '"1"' }),
    ).toMatchObject({
      status: 200,
      headers: { etag: '"2"' },
      body: { title: 'Water for two towns', budget: { max: 5000, currency: 'USD' } },
    });
    expect(await owner.patch(at, { title: 'x' }, { 'if-match': '"1"' })).toMatchObject({
      status: 412,
      body: { code: 'listing.changed-since' },
    });
    expect(await owner.patch(at, { colour: 'x' }, { 'if-match': '"2"' })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'colour' }] },
    });
    expect((await owner.patch(at, { budget: null }, { 'if-match': '"2"' })).body).not.toHaveProperty('budget');
    expect(await owner.post(`${at}/submit`)).toMatchObject({
      status: 400,
      body: { code: 'listing.incomplete', errors: [{ path: 'budget' }] },
    });
  });

  it('are entered once under one idempotency key, and submitted once', async () => {
    const key = { 'idempotency-key': 'one-offer' };
    const [first, again] = [await owner.post('/api/v1/offers', offer(), key), await owner.post('/api/v1/offers', offer(), key)];
    expect([again.status, again.body.id]).toEqual([201, first.body.id]);
    expect((await owner.post('/api/v1/offers', offer({ title: 'Other' }), key)).status).toBe(422);
    const submit = `/api/v1/offers/${first.body.id}/submit`;
    const same = { 'idempotency-key': 'one-submission' };
    expect([(await owner.post(submit, {}, same)).status, (await owner.post(submit, {}, same)).status]).toEqual([200, 200]);
    expect((await owner.post(submit)).status).toBe(409);
  });

  it('name every fault of a request', async () => {
    const refused = await owner.post('/api/v1/offers', { ...offer(), title: '', codes: [{ scheme: 'x', code: 'y' }], colour: 'blue' });
    expect(refused.status).toBe(400);
    expect(refused.body.errors.map(({ path }: { path: string }) => path).sort()).toEqual(['codes.0.scheme', 'colour', 'title']);
    expect(await owner.post('/api/v1/offers', { ...offer(), kind: 'gift' })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'kind' }] },
    });
    expect((await gate.visitor.post('/api/v1/offers', offer())).status).toBe(401);
    expect((await owner.get('/api/v1/offers?state=nowhere')).status).toBe(400);
  });

  it('take languages and countries from the organization where they are left out', async () => {
    const bare = { organizationId, language: 'en', title: 'Bare' };
    const at = `/api/v1/providers/${organizationId}`;
    expect((await owner.post('/api/v1/offers', { ...bare, kind: 'technology' })).body).toMatchObject({
      languages: ['en', 'fr'],
      countriesOffered: [],
    });
    expect((await owner.patch(at, { serves: ['UG', 'group:LDC'] }, { 'if-match': '"0"' })).status).toBe(200);
    const drafts = await Promise.all(
      ['technology', 'solution', 'financing'].map((kind) => owner.post('/api/v1/offers', { ...bare, kind })),
    );
    expect(drafts.map(({ body }) => body.countriesOffered)).toEqual([['UG', 'group:LDC'], ['UG', 'group:LDC'], []]);
    const own = await owner.post('/api/v1/offers', { ...bare, kind: 'technology', countriesOffered: ['TZ'], languages: ['sw'] });
    expect(own.body).toMatchObject({ countriesOffered: ['TZ'], languages: ['sw'] });
    const { body } = await owner.post('/api/v1/needs', bare);
    expect(body).toMatchObject({ country: 'KE', languages: ['en', 'fr'] });
    const cleared = await owner.patch(`/api/v1/offers/${drafts[0]!.body.id}`, { countriesOffered: [] }, { 'if-match': '"1"' });
    expect(cleared.body.countriesOffered).toEqual([]);
  });

  it('show what an organization says of itself as a seeker', async () => {
    const at = `/api/v1/seekers/${organizationId}`;
    expect(await owner.patch(at, { statement: 'We look for water.', sectors: ['140'] }, { 'if-match': '"0"' })).toMatchObject({
      status: 200,
      body: { version: 1, needs: 1 },
    });
    expect(await owner.patch(at, { sectors: ['999'] })).toMatchObject({ status: 400, body: { errors: [{ path: 'sectors.0' }] } });
    expect((await reviewer.patch(at, { statement: 'x' })).status).toBe(403);
    const { body } = await gate.visitor.get(at);
    expect(body).toMatchObject({ sectors: ['140'], needs: 1 });
    expect(body).not.toHaveProperty('legalName');
  });
});
