import type { Client } from '../support/client.js';
import { signUp } from '../support/client.js';
import { startApp, type TestApp } from '../support/e2e.js';
import { dayFields, sendForm } from '../support/forms.js';
import { administrator } from '../support/journey.js';

let gate: TestApp;
let admin: Client;
let auditor: Client;
let member: Awaited<ReturnType<typeof signUp>>;

beforeAll(async () => {
  gate = await startApp({ config: { role: 'web' } });
  admin = await administrator(gate);
  const reader = await signUp(gate.visitor, 'Audrey Auditor');
  await gate.sql.query('UPDATE person SET auditor = true WHERE id = $1', [reader.id]);
  auditor = reader.client;
  member = await signUp(gate.visitor, 'Minh Member');
});
afterAll(() => gate.close());

const page = (path: string, client = admin) => client.get(path, { accept: 'text/html' });
const send = (path: string, fields: Record<string, string | string[]> = {}, client = admin) =>
  sendForm(gate, client, path, fields);

const CENTRE = {
  name: 'Centre for South-South cooperation',
  host: 'Ministry of Planning',
  'countries.0': 'KE',
  'contact.email': 'centre@example.org',
  'letter.reference': 'MP/2026/14',
  ...dayFields('letter.date', '2026-01-15'),
};

describe('the administration', () => {
  it('is read by administrators and auditors alone', async () => {
    for (const path of ['/en/admin', '/en/admin/people', '/en/admin/centres', '/en/admin/windows', '/en/admin/code-lists']) {
      expect([path, (await page(path)).status]).toEqual([path, 200]);
      expect([path, (await page(path, auditor)).status]).toEqual([path, 200]);
      expect([path, (await page(path, member.client)).status]).toEqual([path, 403]);
    }
  });

  it('shows auditors no way to change, and refuses them one', async () => {
    expect((await page('/en/admin/centres', auditor)).body).not.toContain('/en/admin/centres/new');
    expect((await page('/en/admin/centres/new', auditor)).status).toBe(403);
    expect((await send('/en/admin/centres/new', CENTRE, auditor)).status).toBe(403);
    expect((await send(`/en/admin/people/${member.id}/disable`, {}, auditor)).status).toBe(403);
  });
});

describe('accounts', () => {
  it('are found by a part of the name', async () => {
    const { body } = await page('/en/admin/people?q=minh&only=');
    expect(body).toContain('Minh Member');
    expect(body).not.toContain('Audrey Auditor');
  });

  it('are disabled and enabled again, each after a question', async () => {
    const at = `/en/admin/people/${member.id}`;
    expect((await page(`${at}/disable`)).body).toContain('Disable the account of Minh Member?');
    expect((await send(`${at}/disable`)).location).toBe(at);
    expect((await page(at)).body).toContain('Let this person sign in again');
    expect((await send(`${at}/disable`)).status).toBe(409);
    expect((await send(`${at}/enable`)).status).toBe(303);
  });

  it('are signed out everywhere', async () => {
    const { id, client } = await signUp(gate.visitor, 'Signed In');
    expect((await send(`/en/admin/people/${id}/end-sessions`)).status).toBe(303);
    expect((await client.get('/api/v1/me')).status).toBe(401);
  });
});

describe('country centres', () => {
  let at: string;

  it('are appointed by a form that keeps every word where it is refused', async () => {
    const refused = await send('/en/admin/centres/new', { ...CENTRE, 'letter.reference': '', 'contact.email': 'no address' });
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('Ministry of Planning');
    for (const field of ['letter.reference', 'contact.email']) expect(refused.body).toContain(`href="#${field}"`);
    const made = await send('/en/admin/centres/new', CENTRE);
    expect(made.status).toBe(303);
    at = String(made.location);
    expect((await page(at)).body).toContain('Nobody on duty');
  });

  it('serve a country once', async () => {
    expect((await send('/en/admin/centres/new', CENTRE)).status).toBe(409);
  });

  it('get officers by the address of their account', async () => {
    const unknown = await send(`${at}/officers`, { email: 'nobody@example.org', languages: ['en'] });
    expect(unknown.status).toBe(422);
    expect(unknown.body).toContain('Nobody has an account with this address');
    expect((await send(`${at}/officers`, { email: member.email, languages: ['en', 'fr'] })).status).toBe(303);
    expect((await page(at)).body).toContain('Minh Member');
  });

  it('are changed by whoever has read the present version', async () => {
    expect((await send(`${at}/edit`, { ...CENTRE, host: 'Cabinet Office', version: '99' })).status).toBe(412);
    expect((await send(`${at}/edit`, { ...CENTRE, host: 'Cabinet Office', version: '1' })).status).toBe(303);
  });

  it('end with a reason', async () => {
    expect((await send(`${at}/end`)).status).toBe(422);
    expect((await send(`${at}/end`, { reason: 'other' })).status).toBe(303);
    expect((await page('/en/admin/centres?ended=true')).body).toContain(CENTRE.name);
  });
});

it('windows are opened, and named in the reader’s language', async () => {
  const fields = { code: 'clean-water', 'names.en': 'Clean water', 'names.fr': 'Eau potable', places: ['group:LDC', 'KE'], active: 'true' };
  expect((await send('/en/admin/windows/new', { ...fields, code: 'Clean Water' })).status).toBe(422);
  expect((await send('/en/admin/windows/new', fields)).location).toBe('/en/admin/windows/clean-water');
  expect((await page('/fr/admin/windows/clean-water')).body).toContain('Eau potable');
  expect((await send('/en/admin/windows/clean-water/edit', { ...fields, version: '7' })).status).toBe(412);
});

describe('code lists', () => {
  it('say what is missing', async () => {
    expect((await page('/en/admin/code-lists')).body).toContain('/en/admin/code-lists/reason');
    expect((await page('/en/admin/code-lists/reason?q=prix&gaps=')).body).toContain('/en/admin/code-lists/reason/price');
    expect((await page('/en/admin/code-lists/no-list')).status).toBe(404);
    expect((await page('/en/admin/code-lists/reason/no-code')).status).toBe(404);
  });

  it('are changed from a day on, which may be taken back until then', async () => {
    const at = '/en/admin/code-lists/reason/price';
    const fields = { 'names.en': 'Too dear', status: 'active', source: 'House', ...dayFields('effective', '2099-01-01') };
    expect((await send(`${at}/edit`, { ...fields, ...dayFields('effective', '2001-01-01') })).status).toBe(422);
    expect((await send(`${at}/edit`, fields)).location).toBe(at);
    const { body } = await page(at);
    expect(body).toContain('To come');
    const [withdraw] = /\/en\/admin\/code-lists\/reason\/price\/versions\/[^"]+/.exec(String(body)) ?? [];
    expect((await send(String(withdraw))).status).toBe(303);
    expect((await page(at)).body).toContain('Withdrawn');
  });

  it('hold when countries belong to a group', async () => {
    const at = '/en/admin/code-lists/group/LDC/members/NP';
    const period = { 'periods.0.kept': 'true', ...dayFields('periods.0.from', '1971-01-01'), ...dayFields('periods.0.to', '2099-11-24') };
    expect((await send(at, period)).status).toBe(422);
    expect((await send(at, { ...period, source: 'Resolution 76/8' })).location).toBe('/en/admin/code-lists/group/LDC');
    expect((await page('/en/admin/code-lists/group/LDC')).body).toContain('24 November 2099');
  });

  it('take rates of currencies', async () => {
    const at = '/en/admin/code-lists/currency/KES';
    const rate = { 'rates.0.usdPerUnit': '0,0077', ...dayFields('rates.0.from', '2026-11-01'), 'rates.0.source': 'Central bank' };
    expect((await send(`${at}/rate`, { ...rate, 'rates.0.usdPerUnit': '-1' })).status).toBe(422);
    expect((await send(`${at}/rate`, rate)).location).toBe(at);
    expect((await page(at)).body).toContain('0.0077');
  });
});
