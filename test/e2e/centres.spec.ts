import { readdir, readFile } from 'node:fs/promises';
import * as path from 'node:path';
import { type Client, signUp } from '../support/client.js';
import { startApp, type TestApp } from '../support/e2e.js';
import { completeFields } from '../support/factories/listings.js';
import { administrator } from '../support/journey.js';

let gate: TestApp;
let admin: Client;
beforeAll(async () => {
  gate = await startApp();
  admin = await administrator(gate);
});
afterAll(() => gate.close());

const today = new Date().toISOString().slice(0, 10);
const consent = {
  kind: 'signed-form',
  person: { name: 'Amina Deng', position: 'Chair', phone: '+211 92 1234567' },
  givenOn: today,
  scopes: ['register', 'list', 'answer-matches', 'receive-contacts'],
};
const ok = <Answer extends { status: number; body: any }>(answer: Answer): Answer['body'] => {
  if (answer.status >= 300) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
};

/** The token of the one mail to an address. */
async function tokenMailedTo(email: string): Promise<string> {
  await gate.drainJobs();
  const folder = path.join(gate.config.dataDir, 'mail');
  const mails = await Promise.all((await readdir(folder)).map((name) => readFile(path.join(folder, name), 'utf8')));
  const mail = mails.find((text) => text.includes(email) && text.includes('token')) ?? '';
  return /token=([\w-]{43})/.exec(mail.replaceAll('=\r\n', '').replaceAll('=3D', '='))?.[1] ?? '';
}

it('a centre enters an organization without users, lists for it by consent, has it reviewed by others, and hands it over', async () => {
  const form = String((await gate.visitor.get('/ar/consent-form?country=SS')).body);
  expect(form).toContain('dir="rtl"');
  expect(form).toContain('المكتب العالمي');
  const centre = ok(
    await admin.post('/api/v1/admin/centres', {
      name: 'Centre of South Sudan',
      host: 'Ministry of Trade',
      countries: ['SS'],
      contact: { email: 'centre-ss@example.org' },
      letter: { reference: 'MT/4', date: '2026-02-01' },
    }),
  );
  const [first, second] = [await signUp(gate.visitor, 'First Officer'), await signUp(gate.visitor, 'Second Officer')];
  for (const { id } of [first, second])
    ok(await admin.send('PUT', `/api/v1/admin/centres/${centre.id}/officers/${id}`, { languages: ['en'] }));
  expect((await gate.visitor.get('/api/v1/centres/SS')).body).toMatchObject({ desk: 'centre', centre: { host: 'Ministry of Trade' } });
  expect(String((await gate.visitor.get('/en/consent-form?country=SS')).body)).toContain('Centre of South Sudan, Ministry of Trade');

  const committee = { legalName: 'Water committee of Torit', country: 'SS', type: '22', languages: ['en'] };
  const { id: organizationId } = ok(await first.client.post('/api/v1/organizations/on-behalf', { ...committee, consent }));
  const need = ok(await first.client.post('/api/v1/needs', { organizationId, language: 'en', ...completeFields('need') }));
  const at = `/api/v1/needs/${need.id}`;
  ok(await first.client.post(`${at}/submit`));
  expect((await first.client.post(`${at}/approve`)).status).toBe(403);
  expect(ok(await second.client.post(`${at}/approve`)).state).toBe('global_review');
  expect(ok(await admin.post(`${at}/approve`))).toMatchObject({ state: 'published', enteredBy: 'centre' });
  ok(
    await second.client.post(`/api/v1/listings/${need.id}/endorsements`, {
      institution: 'Ministry of Water',
      person: 'Dr Lado',
      position: 'Director',
      document: 'MW/7',
      on: today,
    }),
  );

  const claimant = await signUp(gate.visitor, 'Amina Deng');
  ok(await second.client.post(`/api/v1/organizations/${organizationId}/claim-links`, { email: claimant.email }));
  const token = await tokenMailedTo(claimant.email);
  expect(ok(await claimant.client.post('/api/v1/invitations/accept', { token }))).toMatchObject({ role: 'manager', organizationId });
  expect((await claimant.client.post('/api/v1/invitations/accept', { token })).status).toBe(409);
  expect(ok(await claimant.client.get(at))).toMatchObject({ state: 'published', endorsements: [{ state: 'in-force' }] });
  expect(ok(await claimant.client.get(`/api/v1/organizations/${organizationId}/consents`))).toMatchObject({
    inForce: [],
    items: [{ state: 'handed-over' }],
  });
  const { headers } = await first.client.get(at);
  const edit = await first.client.patch(at, { title: 'Still mine?' }, { 'if-match': String(headers.etag) });
  expect(edit).toMatchObject({ status: 403, body: { code: 'consent.required' } });
});
