import { jest } from '@jest/globals';
import { CatalogueFollower } from '../../src/modules/catalogue/index.js';
import { type Client, signUp } from '../support/client.js';
import { startApp, type TestApp } from '../support/e2e.js';
import { newPublishedRow } from '../support/factories/published-rows.js';
import { sendForm } from '../support/forms.js';

let gate: TestApp;
let member: Client;

beforeAll(async () => {
  gate = await startApp();
  await newPublishedRow(gate, { title: 'Solar dryers for mangoes', description: 'Built of bamboo by hand.', country: 'KE' });
  for (let i = 0; i < 21; i++) await newPublishedRow(gate, { kind: 'solution', title: `School garden ${i}`, country: 'MZ' });
  await newPublishedRow(gate, { kind: 'need', title: 'Drying of fish', country: 'MZ' });
  await gate.get(CatalogueFollower).catchUp();
  const { client, id } = await signUp(gate.visitor);
  await client.post('/api/v1/organizations', { legalName: 'Reader', country: 'KE', type: '70', languages: ['en'] });
  await gate.sql.query(`UPDATE organization SET level = 'basic' WHERE created_by = $1`, [id]);
  member = client;
});
afterAll(() => gate.close());

const read = async (path: string, client = gate.visitor): Promise<string> => String((await client.get(path, { accept: 'text/html' })).body);
const shown = (page: string): string[] => [...page.matchAll(/<h3[^>]*>.*?<span[^>]*>([^<]+)<\/span>/gs)].map(([, title]) => String(title));

describe('the search pages', () => {
  it('show offers apart from needs, with counts', async () => {
    expect(shown(await read('/en/needs'))).toEqual(['Drying of fish']);
    const offers = await read('/en/offers?q=mango');
    expect(shown(offers)).toEqual(['Solar dryers for mangoes']);
    expect(offers).toContain('1 offer');
    expect(await read('/fr/offers?q=mango')).toContain('1 offre');
  });

  it('take filters as a form sends them, and each away again', async () => {
    const page = await read('/en/offers?q=&kind=technology&kind=solution&country=KE&sort=');
    expect(shown(page)).toEqual(['Solar dryers for mangoes']);
    expect(page).toContain('href="/en/offers?kind=solution&amp;country=KE"');
    expect(page).toContain('href="/en/offers"');
  });

  it('lead to the next page, and from a page that is no more to the first', async () => {
    const first = await read('/en/offers?kind=solution');
    expect(shown(first)).toHaveLength(20);
    const next = /href="([^"]+)" rel="next"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const second = await read(next);
    expect(shown(second)).toHaveLength(1);
    expect(second).toContain('21 offers');
    const { status, headers } = await gate.visitor.get('/en/offers?after=nonsense', { accept: 'text/html' });
    expect([status, headers.location]).toEqual([303, '/en/offers']);
  });

  it('look into full texts, and filter by what stands in them, for members alone', async () => {
    expect(shown(await read('/en/offers?q=bamboo'))).toEqual([]);
    expect(shown(await read('/en/offers?q=bamboo', member))).toEqual(['Solar dryers for mangoes']);
    const closed = await read('/en/offers?readiness=1,2&q=mango');
    expect(shown(closed)).toEqual(['Solar dryers for mangoes']);
    expect(closed).toContain('open to members only');
    expect(closed).not.toContain('name="readiness"');
    const open = await read('/en/offers?readiness=1,2', member);
    expect(open).toContain('An idea');
    expect(open).not.toContain('open to members only');
  });

  it('say what to do when nothing is found, and what of a search could not be read', async () => {
    expect(await read('/en/offers?q=zeppelin')).toContain('/en/my/listings/new?kind=need');
    const { status, body } = await gate.visitor.get('/en/needs?sdg=water', { accept: 'text/html' });
    expect(status).toBe(422);
    expect(body).toContain('Sustainable Development Goal:');
  });

  it('are told in words while the catalogue is being loaded', async () => {
    const follower = gate.get(CatalogueFollower);
    const ready = jest.spyOn(follower, 'isReady', 'get').mockReturnValue(false);
    const { status, body } = await gate.visitor.get('/en/offers?q=mango', { accept: 'text/html' });
    ready.mockRestore();
    expect(status).toBe(503);
    expect(body).toContain('The catalogue is being loaded');
    expect(body).toContain('value="mango"');
  });
});

describe('saving a search', () => {
  const fields = { query: 'q=mango', name: 'Mangoes', rhythm: 'weekly' };

  it('keeps what is on the page, offers as offers', async () => {
    const { status, location } = await sendForm(gate, member, '/en/offers/searches', fields);
    expect([status, location]).toEqual([303, '/en/offers?q=mango']);
    const { body } = await member.get('/api/v1/searches');
    expect(body.items).toMatchObject([{ name: 'Mangoes', query: 'kind=technology%2Csolution%2Cfinancing&q=mango', rhythm: 'weekly' }]);
  });

  it('says beside the form what is missing, with the results still there', async () => {
    const { status, body } = await sendForm(gate, member, '/en/offers/searches', { ...fields, name: '' });
    expect(status).toBe(422);
    expect(body).toContain('href="#name"');
    expect(shown(body)).toEqual(['Solar dryers for mangoes']);
  });

  it('is for those who have signed in', async () => {
    expect((await sendForm(gate, gate.visitor, '/en/offers/searches', fields)).status).toBe(401);
    expect(await read('/en/offers?q=mango')).toContain('/en/sign-in?next=%2Foffers%3Fq%3Dmango');
  });
});
