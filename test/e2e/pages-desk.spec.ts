import { type Client, signUp } from '../support/client.js';
import { startApp, type TestApp } from '../support/e2e.js';
import { hiddenFields, sendForm } from '../support/forms.js';
import { administrator, draft, type Listed, party, type Party, waterOffers } from '../support/journey.js';

// A listing before its desk, by the pages that officers and administrators see.

let gate: TestApp;
let owner: Party;
let officer: Client;
let elsewhere: Client;
let global: Client;

beforeAll(async () => {
  gate = await startApp();
  owner = await party(gate, 'KE', 'Jua Pumps');
  [officer, elsewhere, global] = [await officerOf('KE'), await officerOf('UG'), await administrator(gate)];
});
afterAll(() => gate.close());

async function officerOf(country: string): Promise<Client> {
  const { client, id } = await signUp(gate.visitor, `Officer of ${country}`);
  await gate.sql.query('INSERT INTO country_officer (person_id, country) VALUES ($1, $2)', [id, country]);
  return client;
}

async function submitted(fields: object = {}): Promise<Listed> {
  const listing = await draft(owner, 'offers', { ...waterOffers.technology, ...fields });
  await owner.client.post(`${listing.path}/submit`);
  return listing;
}

const page = async (client: Client, path: string): Promise<{ status: number; body: string }> => client.get(path, { accept: 'text/html' });
const stateOf = async ({ path }: Listed): Promise<string> => String((await owner.client.get(path)).body.state);
const send = (client: Client, path: string, fields: Record<string, string | string[]>) =>
  sendForm(gate, client, `/en/desk/${path}`, fields);
const seen = async (client: Client, id: string) => hiddenFields((await page(client, `/en/desk/listings/${id}`)).body);

describe('the desk', () => {
  it('counts what waits for its countries, and is closed to members', async () => {
    await submitted();
    expect((await page(officer, '/en/desk')).body).toMatch(/Submissions to review<\/a><\/h3><p class="gate-desk__count">1</);
    expect((await page(elsewhere, '/en/desk')).body).toMatch(/Submissions to review<\/a><\/h3><p class="gate-desk__count">0</);
    expect((await page(officer, '/en/desk')).body).not.toContain('/en/desk/screening');
    for (const path of ['/en/desk', '/en/desk/listings', '/en/desk/needs', '/en/desk/expiring'])
      expect([path, (await page(owner.client, path)).status]).toEqual([path, 403]);
  });

  it('lists the submissions by what one asks for', async () => {
    expect((await page(officer, '/en/desk/listings?stage=&kind=technology&mine=')).body).toContain('Solar desalination unit');
    expect((await page(officer, '/en/desk/listings?kind=need')).body).toContain('Nothing of this sort is waiting');
    const { body } = await page(officer, '/en/desk/listings?readable=true');
    for (const words of ['Solar desalination unit', 'href="/api/v1/exports/reviews?readable=true&amp;format=csv"'])
      expect(body).toContain(words);
    expect((await officer.get('/api/v1/exports/reviews?readable=true&format=csv')).status).toBe(200);
    expect((await page(elsewhere, '/fr/desk/listings')).body).toContain('Rien n’attend d’examen');
  });
});

describe('a review', () => {
  it('is taken on with others by ticks; one that a colleague has is named, the others are hers', async () => {
    const [mine, taken] = [await submitted({ title: 'Pumps in a row' }), await submitted({ title: 'Taken before' })];
    await global.post(`/api/v1/reviews/${taken.id}/claim`);
    expect((await page(officer, '/en/desk/listings')).body).toContain(`value="${mine.id}"`);
    expect((await send(officer, 'listings/take', {})).status).toBe(422);
    const some = await send(officer, 'listings/take', { id: [mine.id, taken.id] });
    expect([some.status, some.body]).toEqual([409, expect.stringContaining('A colleague has taken it on')]);
    expect((await officer.get('/api/v1/reviews?mine=true')).body.items.map(({ id }: { id: string }) => id)).toContain(mine.id);
    expect((await send(officer, 'listings/take', { id: mine.id })).location).toBe('/en/desk/listings');
    for (const [client, { id }] of [
      [officer, mine],
      [global, taken],
    ] as const)
      await client.post(`/api/v1/reviews/${id}/release`);
  });

  it('is taken on, sent back for single fields, and approved', async () => {
    const listing = await submitted({ title: 'Pumpp for wells' });
    const at = `listings/${listing.id}`;
    expect((await send(officer, `${at}/claim`, {})).location).toBe(`/en/desk/${at}`);
    expect((await page(officer, `/en/desk/${at}`)).body).toContain('You have taken it on');
    const back = await send(officer, `${at}/request-changes`, {
      ...(await seen(officer, listing.id)),
      'notes.title': 'Say "pump".',
      reason: '',
    });
    expect([back.status, back.location, await stateOf(listing)]).toEqual([303, '/en/desk/listings', 'changes_requested']);
    const { headers } = await owner.client.get(listing.path);
    await owner.client.patch(listing.path, { title: 'Pump for wells' }, { 'if-match': String(headers.etag) });
    await owner.client.post(`${listing.path}/submit`);
    expect((await page(officer, `/en/desk/${at}`)).body).toContain('Say &quot;pump&quot;.');
    const approved = await send(officer, `${at}/approve`, { ...(await seen(officer, listing.id)), checklist: ['codes', 'claims'] });
    expect([approved.status, await stateOf(listing)]).toEqual([303, 'published']);
    expect((await page(officer, `/en/desk/${at}`)).body).toContain('It is not waiting for review');
  });

  it('shows a change beside what is published', async () => {
    const listing = await submitted({ title: 'Mill for maize' });
    await send(officer, `listings/${listing.id}/approve`, await seen(officer, listing.id));
    const { headers } = await owner.client.get(listing.path);
    await owner.client.patch(listing.path, { title: 'Mill for millet' }, { 'if-match': String(headers.etag) });
    await owner.client.post(`${listing.path}/submit`);
    expect((await page(officer, `/en/desk/listings/${listing.id}`)).body).toMatch(
      /Published<\/dt><dd>.*Mill for maize.*Waiting<\/dt><dd>.*Mill for millet/,
    );
  });

  it('is on record once for each look at what only introduced parties read', async () => {
    const listing = await submitted({ title: 'Press for oil', levels: { terms: 3 } });
    await send(officer, `listings/${listing.id}/approve`, await seen(officer, listing.id));
    const { headers } = await owner.client.get(listing.path);
    await owner.client.patch(listing.path, { title: 'Press for oil and juice' }, { 'if-match': String(headers.etag) });
    await owner.client.post(`${listing.path}/submit`);
    const looks = async () =>
      (await gate.sql.query(`SELECT FROM audit_entry WHERE action = 'listing.read-introduced' AND subject_id = $1`, [listing.id])).rows
        .length;
    const before = await looks();
    const { body } = await page(officer, `/en/desk/listings/${listing.id}`);
    expect([body.includes('Press for oil and juice'), await looks()]).toEqual([true, before + 1]);
    await send(officer, `listings/${listing.id}/request-changes`, { ...hiddenFields(body), 'notes.title': 'Which oil?' });
    expect(await looks()).toBe(before + 1);
  });

  it('keeps the words of a refused form, and says what is missing', async () => {
    const listing = await submitted();
    const refused = await send(officer, `listings/${listing.id}/reject`, { ...(await seen(officer, listing.id)), note: 'My words <kept>' });
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('My words &lt;kept>');
    expect(refused.body).toContain('href="#reason"');
    const nothing = await send(officer, `listings/${listing.id}/request-changes`, await seen(officer, listing.id));
    expect([nothing.status, nothing.body.includes('href="#note"')]).toEqual([422, true]);
  });

  it('that comes too late is told with both versions', async () => {
    const listing = await submitted();
    const before = await seen(officer, listing.id);
    await send(global, `listings/${listing.id}/request-changes`, { ...(await seen(global, listing.id)), note: 'More, please.' });
    const late = await send(officer, `listings/${listing.id}/approve`, { ...before, note: 'Fine.' });
    expect(late.status).toBe(412);
    expect(late.body).toContain('It changed while you were reading');
    expect(late.body).toContain('Changes requested');
    expect(late.body).toContain('Fine.');
    expect(await stateOf(listing)).toBe('changes_requested');
  });

  it('is not decided twice, nor without the version that was seen', async () => {
    const listing = await submitted();
    const fields = await seen(officer, listing.id);
    expect((await send(officer, `listings/${listing.id}/approve`, {})).status).toBe(412);
    expect((await send(officer, `listings/${listing.id}/approve`, fields)).status).toBe(303);
    expect((await send(officer, `listings/${listing.id}/approve`, fields)).status).toBe(412);
  });

  it('asks who read it where the reviewer does not read its language', async () => {
    const listing = await submitted({ language: 'sw' });
    const { body } = await page(officer, `/en/desk/listings/${listing.id}`);
    expect(body).toContain('Who read it in its language for you');
    const refused = await send(officer, `listings/${listing.id}/approve`, hiddenFields(body));
    expect([refused.status, refused.body.includes('href="#readBy"')]).toEqual([422, true]);
    const approved = await send(officer, `listings/${listing.id}/approve`, { ...hiddenFields(body), readBy: 'Ms Achieng of the ministry' });
    expect(approved.status).toBe(303);
  });

  it('is hidden from desks of other countries and from members, whatever they send', async () => {
    const listing = await submitted();
    expect((await page(elsewhere, `/en/desk/listings/${listing.id}`)).status).toBe(404);
    expect((await send(elsewhere, `listings/${listing.id}/claim`, {})).status).toBe(404);
    expect((await send(elsewhere, `listings/${listing.id}/approve`, { version: '1' })).status).toBe(404);
    expect((await send(owner.client, `listings/${listing.id}/approve`, { version: '1' })).status).toBe(403);
    expect((await page(officer, `/en/desk/listings/${listing.id}/assign`)).status).toBe(403);
  });

  it('is given to a colleague by administrators, who cannot give it to its owner', async () => {
    const listing = await submitted();
    const { id } = (await officer.get('/api/v1/me')).body as { id: string };
    expect((await page(global, `/en/desk/listings/${listing.id}/assign`)).body).toContain('Officer of KE');
    expect((await send(global, `listings/${listing.id}/assign`, { personId: owner.personId })).status).toBe(422);
    expect((await send(global, `listings/${listing.id}/assign`, { personId: id })).status).toBe(303);
    expect((await page(officer, '/en/desk/listings?mine=true')).body).toContain(listing.id);
  });

  it('says in plain words why somebody else has to decide', async () => {
    const { client, id } = await signUp(gate.visitor, 'Officer and member');
    await gate.sql.query(`INSERT INTO country_officer (person_id, country) VALUES ($1, 'KE')`, [id]);
    await gate.sql.query(`INSERT INTO membership (organization_id, person_id, role) VALUES ($1, $2, 'viewer')`, [owner.organizationId, id]);
    const listing = await submitted();
    const { body } = await page(client, `/en/desk/listings/${listing.id}`);
    expect(body).toContain('You belong to its owner: somebody else has to review it.');
    expect(body).not.toContain('Your decision');
  });
});
