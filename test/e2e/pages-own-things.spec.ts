import { signUp, type Client } from '../support/client.js';
import { startApp, type TestApp } from '../support/e2e.js';
import { page, sendForm } from '../support/forms.js';
import { administrator, draft, type Listed, party, type Party, publish, waterNeed, waterOffers } from '../support/journey.js';

let gate: TestApp;
let owner: Party;
let offers: Listed[];
let reader: Client;

beforeAll(async () => {
  gate = await startApp();
  const desk = await administrator(gate);
  owner = await party(gate, 'KE', 'Owners of things');
  offers = [await draft(owner, 'offers', waterOffers.technology), await draft(owner, 'offers', waterOffers.solution)];
  for (const offer of offers) await publish(owner, desk, offer);
  await gate.drainJobs();
  reader = (await signUp(gate.visitor)).client;
}, 120_000);
afterAll(() => gate.close());

describe('messages', () => {
  it('are opened, which reads them and leads to a page that is theirs; all at once are read too', async () => {
    const inbox = await page(owner.client, '/en/notifications?unread=true');
    expect((await page(owner.client, '/fr/notifications')).body).toContain('est publi');
    const [, open = ''] = /href="(\/en\/notifications\/[\da-f-]{36})"/.exec(String(inbox.body)) ?? [];
    const opened = await page(owner.client, open);
    expect(opened.headers.location).toMatch(/^\/en\/(my\/listings\/[\da-f-]{36}|organization)$/);
    expect((await page(reader, open)).status).toBe(404);
    expect((await sendForm(gate, owner.client, '/en/notifications/read-all')).status).toBe(303);
    expect((await page(owner.client, '/en/notifications?unread=true')).body).toContain('Nothing new');
  });
});

describe('saved searches', () => {
  it('change their rhythm, lead back to what they find, and are deleted after a question', async () => {
    await reader.post('/api/v1/searches', { name: 'Pumps <b>', query: 'kind=need&q=pump', rhythm: 'daily' });
    const id = String((await reader.get('/api/v1/searches')).body.items[0].id);
    const listed = await page(reader, '/en/searches');
    expect(listed.body).toContain('href="/en/needs?q=pump"');
    expect(listed.body).not.toContain('<b>');
    expect((await sendForm(gate, reader, `/en/searches/${id}`, { rhythm: 'weekly' })).status).toBe(303);
    expect((await reader.get('/api/v1/searches')).body.items).toMatchObject([{ rhythm: 'weekly' }]);
    expect((await sendForm(gate, reader, `/en/searches/${id}`, { rhythm: 'hourly' })).status).toBe(422);
    expect((await sendForm(gate, owner.client, `/en/searches/${id}`, { rhythm: 'off' })).status).toBe(404);
    expect((await page(reader, `/en/searches/${id}/delete`)).status).toBe(200);
    expect((await sendForm(gate, reader, `/en/searches/${id}/delete`)).status).toBe(303);
    expect((await page(reader, '/en/searches')).body).toContain('not saved any search');
  });
});

describe('a shortlist', () => {
  it('takes what one may see, once, and shows up to three offers side by side', async () => {
    for (const { id } of [...offers, ...offers])
      expect((await sendForm(gate, reader, '/en/shortlist', { listingId: id })).headers.location).toBe('/en/shortlist');
    const [first = '', second = ''] = offers.map(({ id }) => id);
    const shown = String((await page(reader, '/en/shortlist')).body);
    expect(shown.match(/\/remove"/g)).toHaveLength(2);
    const compared = String((await page(reader, `/en/shortlist/compare?id=${first}&id=${second}`)).body);
    expect(compared).toContain('Solar desalination unit for village wells');
    expect(compared).toContain('Development solution');
    expect(compared).toContain('Named after an introduction');
    expect((await page(reader, `/en/shortlist/compare?id=${first}`)).body).toContain('Choose two or three offers');
    expect((await sendForm(gate, reader, `/en/shortlist/${first}/remove`)).status).toBe(303);
    expect((await page(reader, '/en/shortlist')).body).not.toContain(`/en/shortlist/${first}/remove`);
  });

  it('refuses what one may not see, and nobody reads that of others', async () => {
    const hidden = await draft(owner, 'needs', waterNeed('technology'));
    expect((await sendForm(gate, reader, '/en/shortlist', { listingId: hidden.id })).status).toBe(404);
    expect((await sendForm(gate, reader, '/en/shortlist', { listingId: 'nonsense' })).status).toBe(422);
    expect((await page(owner.client, '/en/shortlist')).body).toContain('Your shortlist is empty');
    expect((await page(gate.visitor, '/en/shortlist')).status).toBe(303);
  });
});
