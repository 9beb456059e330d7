import { readdir, readFile } from 'node:fs/promises';
import * as path from 'node:path';
import { invitationView, organizationView } from '../../src/modules/organizations/organizations.schemas.js';
import { type Client, signUp } from '../support/client.js';
import { startApp, type TestApp } from '../support/e2e.js';

const organization = { legalName: 'Aqua Sol Ltd', country: 'KE', type: '70', languages: ['en'] };
let gate: TestApp;

beforeAll(async () => (gate = await startApp()));
afterAll(() => gate.close());

async function administrator(): Promise<{ client: Client; id: string }> {
  const person = await signUp(gate.visitor, 'Adele Administrator');
  await gate.sql.query('UPDATE person SET administrator = true WHERE id = $1', [person.id]);
  return person;
}

/** The link of the one mail to an address, as its reader finds it. */
async function tokenMailedTo(email: string): Promise<string> {
  await gate.drainJobs();
  const folder = path.join(gate.config.dataDir, 'mail');
  const mails = await Promise.all((await readdir(folder)).map((name) => readFile(path.join(folder, name), 'utf8')));
  const mail = mails.find((text) => text.includes(email) && text.includes('token')) ?? '';
  return /token=([\w-]{43})/.exec(mail.replaceAll('=\r\n', '').replaceAll('=3D', '='))?.[1] ?? '';
}

describe('an organization over HTTP', () => {
  it('is registered, verified by an administrator and suspended; each answer is what the documentation says', async () => {
    const founder = await signUp(gate.visitor);
    const made = await founder.client.post('/api/v1/organizations', organization);
    expect(made.status).toBe(201);
    expect(organizationView.safeParse(made.body).success).toBe(true);
    expect(made.body).toMatchObject({ ...organization, level: 'registered', role: 'manager', version: 1 });
    const at = `/api/v1/organizations/${made.body.id}`;
    expect((await founder.client.get('/api/v1/organizations?mine=true')).body.items).toMatchObject([{ id: made.body.id }]);
    expect((await founder.client.get('/api/v1/me')).body).toMatchObject({ organization: { id: made.body.id } });
    expect((await founder.client.post(`${at}/verify`)).status).toBe(403);
    const { client } = await administrator();
    expect((await client.post(`${at}/verify`)).body).toMatchObject({ level: 'verified', allowed: ['pass-due-diligence', 'suspend'] });
    expect(await client.post(`${at}/verify`)).toMatchObject({ status: 409, body: { allowed: ['pass-due-diligence', 'suspend'] } });
    expect(await client.post(`${at}/suspend`)).toMatchObject({ status: 400, body: { code: 'organization.reason-required' } });
    expect((await client.post(`${at}/suspend`, { reason: 'rules-broken' })).body).toMatchObject({ standing: 'suspended' });
    expect((await client.post(`${at}/resume`)).body).toMatchObject({ standing: 'good', level: 'verified' });
  });

  it('is registered once under one idempotency key', async () => {
    const { client } = await signUp(gate.visitor);
    const key = { 'idempotency-key': 'one-registration' };
    const first = await client.post('/api/v1/organizations', organization, key);
    const again = await client.post('/api/v1/organizations', organization, key);
    expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id]);
    expect((await client.post('/api/v1/organizations', organization)).status).toBe(409);
  });

  it('has a name that reads as it is written: no mark turns its direction', async () => {
    const { client } = await signUp(gate.visitor);
    for (const legalName of ['\u202etnecserC', 'Green \u2066Water\u2069'])
      expect((await client.post('/api/v1/organizations', { ...organization, legalName })).status).toBe(400);
    expect((await client.post('/api/v1/organizations', { ...organization, legalName: 'شركة\u200cالمياه' })).status).toBe(201);
  });

  it('names every fault of a request and refuses what it does not know', async () => {
    const { client } = await signUp(gate.visitor);
    const refused = await client.post('/api/v1/organizations', {
      legalName: '',
      country: 'Kenya',
      type: '70',
      languages: [],
      colour: 'red',
    });
    expect(refused.status).toBe(400);
    expect(refused.body.errors.map((fault: { path: string }) => fault.path).sort()).toEqual([
      'colour',
      'country',
      'languages',
      'legalName',
    ]);
    expect((await gate.visitor.post('/api/v1/organizations', organization)).status).toBe(401);
  });

  it('is edited on the version that was read', async () => {
    const { client } = await signUp(gate.visitor);
    const { body } = await client.post('/api/v1/organizations', organization);
    const at = `/api/v1/organizations/${body.id}`;
    const read = await client.get(at);
    expect(read.headers.etag).toBe('"1"');
    const change = { website: 'https://example.org' };
    expect(await client.patch(at, change, { 'if-match': '"1"' })).toMatchObject({ status: 200, headers: { etag: '"2"' }, body: change });
    expect((await client.patch(at, change, { 'if-match': '"1"' })).status).toBe(412);
    const outsider = await signUp(gate.visitor);
    expect((await outsider.client.get(at)).status).toBe(404);
    expect((await outsider.client.patch(at, change)).status).toBe(404);
  });

  it('takes in who was invited by mail, and lets her go again', async () => {
    const { client } = await signUp(gate.visitor);
    const guest = await signUp(gate.visitor, 'Gita Guest');
    const { body } = await client.post('/api/v1/organizations', organization);
    const at = `/api/v1/organizations/${body.id}`;
    await gate.sql.query('UPDATE auth."user" SET "emailVerified" = true');
    const invited = await client.post(`${at}/invitations`, { email: guest.email.toUpperCase(), role: 'editor' });
    expect(invited.status).toBe(201);
    expect(invitationView.safeParse(invited.body).success).toBe(true);
    const token = await tokenMailedTo(guest.email);
    expect((await client.post('/api/v1/invitations/accept', { token })).status).toBe(403);
    expect(await guest.client.post('/api/v1/invitations/accept', { token })).toMatchObject({
      status: 200,
      body: { organizationId: body.id, role: 'editor' },
    });
    expect((await guest.client.post('/api/v1/invitations/accept', { token })).status).toBe(409);
    expect((await client.get(`${at}/invitations`)).body.items).toMatchObject([{ state: 'accepted' }]);
    expect((await client.patch(`${at}/members/${guest.id}`, { role: 'viewer' })).body.items).toHaveLength(2);
    expect((await guest.client.delete(`${at}/members/${guest.id}`)).status).toBe(204);
    expect((await guest.client.get(at)).status).toBe(404);
  });

  it('has officers who are appointed by administrators only', async () => {
    const { client } = await administrator();
    const officer = await signUp(gate.visitor, 'Olu Officer');
    const appointment = { personId: officer.id, country: 'KE' };
    expect((await officer.client.post('/api/v1/admin/officers', appointment)).status).toBe(403);
    expect(await client.post('/api/v1/admin/officers', appointment)).toMatchObject({
      status: 201,
      body: { ...appointment, name: 'Olu Officer' },
    });
    expect((await client.get('/api/v1/admin/officers?country=KE')).body.items).toMatchObject([appointment]);
    expect((await client.delete(`/api/v1/admin/officers/${officer.id}/KE`)).status).toBe(204);
    expect((await client.delete(`/api/v1/admin/officers/${officer.id}/KE`)).status).toBe(404);
  });

  it('keeps a profile as a provider', async () => {
    const { client } = await signUp(gate.visitor);
    const { body } = await client.post('/api/v1/organizations', organization);
    const at = `/api/v1/providers/${body.id}`;
    expect((await client.get(at)).headers.etag).toBe('"0"');
    const changed = await client.patch(at, { sectors: ['14030'], serves: ['group:LDC'] }, { 'if-match': '"0"' });
    expect(changed).toMatchObject({ status: 200, body: { version: 1, sectors: ['14030'], legalName: 'Aqua Sol Ltd' } });
    expect((await gate.visitor.get(at)).status).toBe(404);
    expect(await gate.visitor.get('/api/v1/providers')).toMatchObject({ status: 200, body: { items: [], next: null } });
  });
});
