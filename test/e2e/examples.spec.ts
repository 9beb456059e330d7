import { readFileSync, statSync } from 'node:fs';
import * as path from 'node:path';
import { exampleListings, exampleMatches, exampleOrganizations } from '../../src/modules/examples/index.js';
import { MATCH_STATES } from '../../src/modules/matching/index.js';
import { ExampleStart } from '../../src/platform/examples/example-start.js';
import { createApp } from '../../src/create-app.js';
import { Client } from '../support/client.js';
import { startApp, type TestApp } from '../support/e2e.js';
import { until } from '../support/until.js';
import { noteExamplesInDatabase } from '../../src/runtime/prepare-database.js';
import { sendForm } from '../support/forms.js';

interface Account {
  email: string;
  password: string;
  role: string;
  organization: string | null;
  organizationId: string | null;
  apiKey: string;
}

let gate: TestApp;
let accounts: Account[];

beforeAll(async () => {
  gate = await startApp({ config: { examples: true } });
  await gate.sql.query(`UPDATE gate_setting SET value = 'on' WHERE key = 'examples'`);
  expect(await gate.get(ExampleStart).load()).toBe(true);
  await gate.drainJobs();
  accounts = JSON.parse(readFileSync(path.join(gate.config.dataDir, 'demo-accounts.json'), 'utf8')) as Account[];
}, 120_000);
afterAll(() => gate.close());

const as = (role: string, nth = 0) => {
  const account = accounts.filter((one) => one.role === role)[nth];
  if (!account) throw new Error(`no account ${role} ${nth}`);
  return gate.visitor.withKey(account.apiKey);
};

test('at least 24 organizations in 18 countries, 60 offers over the three kinds, 40 needs, in five languages', () => {
  const organizations = exampleOrganizations();
  const listings = exampleListings();
  const kinds = (kind: string) => listings.filter((listing) => listing.kind === kind).length;
  expect(organizations.length).toBeGreaterThanOrEqual(24);
  expect(new Set(organizations.map((one) => one.country)).size).toBeGreaterThanOrEqual(18);
  expect(kinds('technology') + kinds('solution') + kinds('financing')).toBeGreaterThanOrEqual(60);
  expect(Math.min(kinds('technology'), kinds('solution'), kinds('financing'))).toBeGreaterThanOrEqual(15);
  expect(kinds('need')).toBeGreaterThanOrEqual(40);
  expect([...new Set(listings.map((listing) => listing.language))].sort()).toEqual(['ar', 'en', 'es', 'fr', 'pt']);
});

test('everything is published and marked as an example', async () => {
  const { rows } = await gate.sql.query<{ state: string; marked: boolean; n: number }>(
    'SELECT state, is_example AS marked, count(*)::int AS n FROM listing GROUP BY 1, 2',
  );
  expect(rows).toEqual([{ state: 'published', marked: true, n: exampleListings().length }]);
});

test('the accounts file is its owner’s alone, and every account works by key and by password', async () => {
  expect(statSync(path.join(gate.config.dataDir, 'demo-accounts.json')).mode & 0o777).toBe(0o600);
  const roles = accounts.map((account) => account.role).sort();
  expect(roles).toEqual(
    [
      'administrator',
      'administrator',
      'auditor',
      'centre-officer',
      'centre-officer',
      'provider-editor',
      'provider-manager',
      'seeker-editor',
      'seeker-manager',
    ].sort(),
  );
  for (const { apiKey, email, password, organizationId } of accounts) {
    const me = await gate.visitor.withKey(apiKey).get('/api/v1/me');
    expect(me).toMatchObject({ status: 200, body: { email } });
    expect(me.body.organization?.id ?? null).toBe(organizationId);
    const signedIn = await gate.visitor.post('/api/auth/sign-in/email', { email, password });
    expect(signedIn.status).toBe(200);
  }
});

test('the demo organizations are two, verified, each with an officer of its country', async () => {
  const of = (role: string) => accounts.filter((account) => account.role === role);
  const [provider, seeker] = ['provider', 'seeker'].map(
    (side) => new Set([...of(`${side}-editor`), ...of(`${side}-manager`)].map((one) => one.organizationId)),
  );
  expect([provider?.size, seeker?.size, new Set([...provider!, ...seeker!]).size]).toEqual([1, 1, 2]);
  const countries: string[] = [];
  for (const id of [...provider!, ...seeker!]) {
    const { body } = await as('administrator').get(`/api/v1/organizations/${id}`);
    expect(body).toMatchObject({ level: 'verified', standing: 'good', isExample: true });
    countries.push(body.country);
  }
  const officers = await Promise.all([0, 1].map(async (nth) => (await as('centre-officer', nth).get('/api/v1/me')).body.officerOf));
  expect(officers.flat().sort()).toEqual(countries.sort());
  for (const country of countries) expect((await gate.visitor.get(`/api/v1/centres/${country}`)).body).toMatchObject({ desk: 'centre' });
  expect((await as('auditor').get('/api/v1/me')).body).toMatchObject({ auditor: true, administrator: false });
});

test('matches stand in every state there is', async () => {
  const { rows } = await gate.sql.query<{ state: string }>('SELECT DISTINCT state FROM match ORDER BY state');
  expect(rows.map(({ state }) => state)).toEqual([...MATCH_STATES].sort());
});

test('matches are played as the file says, at least six of them wait for approval', async () => {
  const { rows } = await gate.sql.query<{ state: string; n: number }>(
    'SELECT state, count(*)::int AS n FROM match WHERE touched GROUP BY state',
  );
  const found = Object.fromEntries(rows.map(({ state, n }) => [state, n]));
  const wanted = exampleMatches().reduce<Record<string, number>>(
    (counts, { state }) => ({ ...counts, [state]: (counts[state] ?? 0) + 1 }),
    {},
  );
  expect(found).toEqual(wanted);
  const waiting = await as('administrator').get('/api/v1/matches?state=under_review');
  expect(waiting.body.items.length).toBeGreaterThanOrEqual(6);
});

test('most played pairs had been found by the engine', async () => {
  const { rows } = await gate.sql.query<{ source: string; n: number }>(
    'SELECT source, count(*)::int AS n FROM match WHERE touched GROUP BY source',
  );
  expect(rows.find((row) => row.source === 'engine')?.n ?? 0).toBeGreaterThanOrEqual(12);
});

test('loading again changes nothing', async () => {
  expect(await gate.get(ExampleStart).load()).toBe(false);
});

test('the first page shows the newest of both sides, to anybody, each marked as an example', async () => {
  const page = await gate.visitor.get('/en');
  expect(page.status).toBe(200);
  expect(page.body).toContain('Newest needs');
  expect(String(page.body).match(/<li>.*? · Example<\/p><\/li>/g)).toHaveLength(12);
  const offers = exampleListings().filter(({ kind }) => kind !== 'need').length;
  expect(page.body).toContain(`<dd>${offers}</dd>`);
});

test('without example mode they are on no page, in no list, figure, search or answer', async () => {
  await gate.sql.query(`UPDATE gate_setting SET value = 'off' WHERE key = 'examples'`);
  const { app, close } = await createApp({ ...gate.config, examples: false });
  try {
    const visitor = new Client(app, gate.baseUrl);
    const page = String((await visitor.get('/en')).body);
    expect(page.match(/Nothing has been published yet\./g)).toHaveLength(2);
    expect(page.match(/<dd>\d+<\/dd>/g)).toEqual(Array(4).fill('<dd>0</dd>'));
    await until('the new index is filled', async () => (await visitor.get('/api/v1/search')).status === 200);
    for (const at of ['offers', 'needs', 'search', 'providers', 'centres'])
      expect((await visitor.get(`/api/v1/${at}`)).body.items).toEqual([]);
    const { rows } = await gate.sql.query<{ id: string }>(`SELECT id FROM listing WHERE kind = 'need' LIMIT 1`);
    expect((await visitor.get(`/api/v1/needs/${rows[0]!.id}`)).status).toBe(404);
  } finally {
    await close();
  }
});

test('an administrator removes them for good, and no later start brings them back', async () => {
  await gate.sql.query(`UPDATE gate_setting SET value = 'on' WHERE key = 'examples'`);
  const client = as('administrator');
  expect(String((await client.get('/en/admin/examples')).body)).toContain('Remove the example exchange?');
  for (const _click of [1, 2]) expect((await sendForm(gate, client, '/en/admin/examples', {})).status).toBe(303);
  for (const at of ['offers', 'needs']) expect((await gate.visitor.get(`/api/v1/${at}`)).body.items).toEqual([]);
  await until('the index has let go of them', async () => (await gate.visitor.get('/api/v1/search')).body.items?.length === 0);
  expect(await gate.get(ExampleStart).load()).toBe(false);
  expect(await noteExamplesInDatabase(gate.database.url, true)).toBe(false);
});
