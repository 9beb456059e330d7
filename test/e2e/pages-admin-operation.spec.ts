import { randomUUID } from 'node:crypto';
import type { Client } from '../support/client.js';
import { startApp, type TestApp } from '../support/e2e.js';
import { dayFields, sendForm } from '../support/forms.js';
import { administrator } from '../support/journey.js';

let gate: TestApp;
let admin: Client;

beforeAll(async () => {
  gate = await startApp({ config: { role: 'web' } });
  admin = await administrator(gate);
});
afterAll(() => gate.close());

const send = (path: string, fields: Record<string, string> = {}) => sendForm(gate, admin, path, fields);
const page = (path: string) => admin.get(path, { accept: 'text/html' });

it('a job that has failed is shown with its error, and run again once', async () => {
  const id = randomUUID();
  await gate.sql.query(
    `INSERT INTO outbox (id, queue, name, payload, state, starts, last_error) VALUES ($1, 'mail', 'test.job', '{}', 'dead', 3, 'Error: no answer')`,
    [id],
  );
  expect((await page('/en/admin/jobs')).body).toContain('Error: no answer');
  expect((await send(`/en/admin/jobs/${id}/run-again`)).status).toBe(303);
  expect((await send(`/en/admin/jobs/${id}/run-again`)).status).toBe(409);
});

it('imports of everybody are listed, and every link of its menu and its lists leads somewhere', async () => {
  expect((await page('/en/admin/imports')).body).toContain('Nobody has imported a table yet.');
  const { id } = (await admin.get('/api/v1/me')).body as { id: string };
  const file = randomUUID();
  await gate.sql.query(
    `INSERT INTO stored_file (id, name, ending, type, bytes, sha256, uploaded_by) VALUES ($1, 'table.csv', 'csv', 'text/csv', 1, repeat('0', 64), $2)`,
    [file, id],
  );
  await gate.sql.query(
    `INSERT INTO import_run (id, collection, file_id, file_name, columns, submit, state, created_by) VALUES ($1, 'offers', $1, 'table.csv', '{}', false, 'checked', $2)`,
    [file, id],
  );
  const linksOf = async (path: string) => [...String((await page(path)).body).matchAll(/href="(\/en\/[^"#]*)"/g)].map(([, to]) => to ?? '');
  const parts = (await linksOf('/en/admin')).filter((path) => path.startsWith('/en/admin') || path.startsWith('/en/desk'));
  const links = new Set((await Promise.all([...new Set(parts)].map(linksOf))).flat());
  expect(links).toContain(`/en/my/imports/${file}`);
  const dead = await Promise.all([...links].map(async (path) => ((await page(path)).status === 404 ? [path] : [])));
  expect(dead.flat()).toEqual([]);
});

it('the audit trail is searched by act, actor, subject and day, and checked', async () => {
  const fields = { code: 'for-audit', 'names.en': 'For the audit', active: 'true' };
  expect((await send('/en/admin/windows/new', fields)).status).toBe(303);
  const { body } = await page('/en/admin/audit?type=facility&id=for-audit&actor=adele&action=facility&from=&to=');
  expect(body).toContain('facility.open');
  expect((await page('/en/admin/audit?action=facility&to=2001-01-01')).body).toContain('Nothing matches');
  expect((await page('/en/admin/audit?from=soon')).status).toBe(400);
  expect((await page('/en/admin/audit/chain')).body).toContain('The trail is whole');
});

it('a screening list comes in as a file, and goes after a question', async () => {
  const upload = async (csv: string) => {
    const form = new FormData();
    form.set('name', 'Test list');
    form.set('asOf-day', '24');
    form.set('asOf-month', '11');
    form.set('asOf-year', '2026');
    form.set('csv', new Blob([csv], { type: 'text/csv' }), 'list.csv');
    const request = new Request(gate.baseUrl, { method: 'POST', body: form });
    return gate.app.inject({
      method: 'POST',
      url: '/en/admin/screening',
      authority: new URL(gate.baseUrl).host,
      headers: { ...admin.headers, accept: 'text/html', 'content-type': String(request.headers.get('content-type')) },
      payload: Buffer.from(await request.arrayBuffer()),
    });
  };
  const refused = await upload('title\nx');
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain('value="Test list"');
  expect((await upload('name,aliases,country\nAcme,Ackme;Acmé,KE\n')).statusCode).toBe(303);
  const { body } = await page('/en/admin/screening');
  expect(body).toContain('Test list');
  const [remove] = /\/en\/admin\/screening\/[^"]+\/remove/.exec(String(body)) ?? [];
  expect((await page(String(remove))).body).toContain('Remove the list');
  expect((await send(String(remove))).status).toBe(303);
  expect((await page('/en/admin/screening')).body).toContain('There is no list yet');
});

it('the state of the system and of the translations is told', async () => {
  const { body } = await page('/en/admin/system');
  expect(body).toContain('PostgreSQL 18');
  expect(body).toContain('Into files on this machine, to nobody');
  expect((await page('/fr/admin/translations')).body).toContain('Pas encore relu par un locuteur natif');
});

describe('an announcement', () => {
  const today = new Date().toISOString().slice(0, 10);
  const fields = { 'texts.en': 'Closed on Friday', 'texts.fr': 'Fermé vendredi', audience: 'signed-in', ...dayFields('from', today) };

  it('has an English text and an order of days', async () => {
    const { status, body } = await send('/en/admin/announcements', {
      ...fields,
      'texts.en': '',
      ...dayFields('until', '2001-01-01'),
    });
    expect(status).toBe(422);
    expect(body).toContain('Fermé vendredi');
  });

  it('stands above every page, in the language of its reader, for whom it is meant, until it is taken back', async () => {
    expect((await send('/en/admin/announcements', fields)).status).toBe(303);
    expect((await page('/fr')).body).toContain('Fermé vendredi');
    expect((await page('/es')).body).toContain('Closed on Friday');
    expect((await gate.visitor.get('/en', { accept: 'text/html' })).body).not.toContain('Closed on Friday');
    const [end] = /\/en\/admin\/announcements\/[^"]+\/end/.exec(String((await page('/en/admin/announcements')).body)) ?? [];
    expect((await send(String(end))).status).toBe(303);
    expect((await send(String(end))).status).toBe(404);
    expect((await page('/en')).body).not.toContain('Closed on Friday');
  });
});
