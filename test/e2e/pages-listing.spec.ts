import { CatalogueFollower } from '../../src/modules/catalogue/index.js';
import { type Client, signUp } from '../support/client.js';
import { startApp, type TestApp } from '../support/e2e.js';
import { changedRow, newPublishedRow } from '../support/factories/published-rows.js';
import { sendForm } from '../support/forms.js';
import { party, type Party } from '../support/journey.js';

let gate: TestApp;
let owner: Party;
let reader: Party;
let stranger: Client;
let offer: string;
let need: string;

const atLevel = (level: string, { organizationId }: Party) =>
  gate.sql.query('UPDATE organization SET level = $1 WHERE id = $2', [level, organizationId]);

beforeAll(async () => {
  gate = await startApp();
  owner = await party(gate, 'KE', 'Owner Works');
  reader = await party(gate, 'UG', 'Reader Cooperative');
  await Promise.all([atLevel('verified', owner), atLevel('basic', reader)]);
  stranger = (await signUp(gate.visitor)).client;
  const { organizationId } = owner;
  offer = await newPublishedRow(gate, { organizationId, title: 'Solar dryers', description: 'Built of bamboo by hand.', country: 'KE' });
  need = await newPublishedRow(gate, { organizationId, kind: 'need', title: 'Drying of fish', country: 'KE' });
  await gate.get(CatalogueFollower).catchUp();
});
afterAll(() => gate.close());

const read = (path: string, client: Client = gate.visitor) => client.get(path, { accept: 'text/html' });
const words = async (path: string, client?: Client): Promise<string> => String((await read(path, client)).body);

describe('the page of a listing', () => {
  it('shows visitors the summary and what they would see more, members the full text and its owner', async () => {
    const teaser = await words(`/en/offers/${offer}`);
    expect(teaser).toContain('Solar dryers');
    expect(teaser).toContain('What you also see when you join');
    expect(teaser).not.toMatch(/bamboo|Owner Works/);
    expect(await words(`/en/offers/${offer}`, stranger)).not.toContain('bamboo');
    const full = await words(`/en/offers/${offer}`, reader.client);
    expect(full).toContain('Built of bamboo by hand.');
    expect(full).toContain(`/en/organizations/${owner.organizationId}`);
  });

  it('is there under its own kind alone', async () => {
    for (const path of [`/en/needs/${offer}`, `/en/offers/${need}`, '/en/offers/00000000-0000-4000-8000-000000000001', '/en/offers/x'])
      expect([path, (await read(path, reader.client)).status]).toEqual([path, 404]);
  });

  it('tells its owner, and nobody else, from which countries it was opened', async () => {
    await words(`/en/offers/${offer}`, reader.client);
    const own = await words(`/en/offers/${offer}`, owner.client);
    expect(own).toContain('1 organization has opened the full text.');
    expect(own).toContain('Uganda: 1');
    expect(own).not.toContain('Reader Cooperative');
    expect(await words(`/en/offers/${offer}`, reader.client)).not.toContain('has opened the full text');
  });
});

describe('a text in a language that one does not read', () => {
  it('is asked for once by an organization; its owner is told', async () => {
    expect(await words(`/fr/offers/${offer}`, reader.client)).toContain('Demander ce texte dans cette langue');
    for (const _ of [1, 2]) {
      const { status, location } = await sendForm(gate, reader.client, `/fr/offers/${offer}/ask-language`, {});
      expect([status, location]).toEqual([303, `/fr/offers/${offer}`]);
    }
    expect(await words(`/fr/offers/${offer}`, reader.client)).not.toContain('Demander ce texte dans cette langue');
    await gate.drainJobs();
    const { body } = await owner.client.get('/api/v1/notifications?limit=100');
    const told = (body.items as { kind: string; text: string }[]).filter(({ kind }) => kind === 'language-wished');
    expect(told.map(({ text }) => text)).toEqual([expect.stringContaining('“Solar dryers” in another language: French')]);
  });

  it('is not asked for where it is there', async () => {
    expect((await sendForm(gate, reader.client, `/en/offers/${offer}/ask-language`, {})).status).toBe(409);
    expect((await sendForm(gate, gate.visitor, `/fr/offers/${offer}/ask-language`, {})).status).toBe(401);
  });
});

describe('answering a listing', () => {
  it('leads a visitor to join and back', async () => {
    const { status, headers } = await read(`/en/needs/${need}/meet`);
    expect([status, headers.location]).toEqual([303, `/en/sign-up?next=${encodeURIComponent(`/needs/${need}/meet`)}`]);
  });

  it('asks for an organization first, and of its owner nothing', async () => {
    expect(await words(`/en/needs/${need}/meet`, stranger)).toContain('Register your organization');
    expect((await read(`/en/needs/${need}/meet`, owner.client)).headers.location).toBe(`/en/needs/${need}`);
  });

  it('begins one draft with its codes and country for who has nothing that fits', async () => {
    expect(await words(`/en/needs/${need}/meet`, reader.client)).toContain('You have no published offer');
    const form = { listing: 'new', kind: 'technology' };
    const first = await sendForm(gate, reader.client, `/en/needs/${need}/meet`, form);
    expect(first.location).toMatch(/^\/en\/my\/listings\/[-0-9a-f]{36}$/);
    expect((await sendForm(gate, reader.client, `/en/needs/${need}/meet`, form)).location).toBe(first.location);
    const { body } = await reader.client.get(`/api/v1/offers/${first.location?.split('/').pop() ?? ''}`);
    expect(body).toMatchObject({ state: 'draft', title: 'Drying of fish', countriesOffered: ['KE'] });
  });

  it('opens a match with a listing of one’s own, once', async () => {
    const own = await newPublishedRow(gate, { organizationId: reader.organizationId, kind: 'need', title: 'Dry mangoes', country: 'UG' });
    await gate.sql.query(`UPDATE listing_revision SET content = content || '{"kinds": ["technology"]}' WHERE listing_id = $1`, [own]);
    await changedRow(gate, own);
    await gate.get(CatalogueFollower).catchUp();
    expect(await words(`/en/offers/${offer}/want`, reader.client)).toContain('Dry mangoes');
    const opened = await sendForm(gate, reader.client, `/en/offers/${offer}/want`, { listing: own, note: 'We dry two tonnes a week.' });
    expect(opened.location).toMatch(/^\/en\/matches\/[-0-9a-f]{36}$/);
    const again = await sendForm(gate, reader.client, `/en/offers/${offer}/want`, { listing: own, note: 'Kept words' });
    expect(again.status).toBe(409);
    expect(again.body).toContain('Your side has said yes already');
    expect(again.body).toContain('Kept words');
  });

  it('is refused with words where something else is chosen', async () => {
    const { status, body } = await sendForm(gate, reader.client, `/en/offers/${offer}/want`, { listing: 'nonsense' });
    expect(status).toBe(409);
    expect(body).toContain('Choose one of your listings.');
  });
});

describe('the page of an organization', () => {
  it('shows those who take part how far it was checked, and what it has published', async () => {
    const page = await words(`/en/organizations/${owner.organizationId}`, reader.client);
    expect(page).toContain('Papers checked');
    expect(page).toContain('Not checked:');
    expect(page).toContain('Solar dryers');
  });

  it('is closed to visitors, and not there for those without an organization', async () => {
    const { status, headers } = await read(`/en/organizations/${owner.organizationId}`);
    expect([status, headers.location]).toEqual([303, `/en/sign-in?next=${encodeURIComponent(`/organizations/${owner.organizationId}`)}`]);
    expect((await read(`/en/organizations/${owner.organizationId}`, stranger)).status).toBe(404);
  });
});
