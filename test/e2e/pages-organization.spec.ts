import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { signUp } from '../support/client.js';
import { startApp, type TestApp } from '../support/e2e.js';
import { page, sendForm } from '../support/forms.js';
import { party } from '../support/journey.js';
import { pdf, uploadForm } from '../support/uploads.js';

let gate: TestApp;
beforeAll(async () => (gate = await startApp()));
afterAll(() => gate.close());

const hidden = (body: unknown, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(String(body))?.[1] ?? '';
const DATA = { legalName: 'Wells & Pumps', country: 'KE', type: '70', languages: ['en', 'fr'] };

describe('my organization', () => {
  it('is registered in a form that keeps its words, and its data are changed', async () => {
    const { client } = await signUp(gate.visitor);
    expect((await page(client, '/en/organization')).body).toContain('/en/organization/new');
    const refused = await sendForm(gate, client, '/en/organization/new', { ...DATA, country: '' });
    expect([refused.status, refused.body]).toEqual([422, expect.stringContaining('value="Wells &amp; Pumps"')]);
    expect((await sendForm(gate, client, '/en/organization/new', DATA)).location).toBe('/en/organization');
    const twice = await sendForm(gate, client, '/en/organization/new', DATA);
    expect([twice.status, twice.body]).toEqual([409, expect.stringContaining('of this name is already registered in this country')]);
    expect((await page(client, '/en/organization')).body).toMatch(
      /Registered[\s\S]*hand in technologies[\s\S]*first offer or need is approved/,
    );
    const version = hidden((await page(client, '/en/organization/edit')).body, 'version');
    const edited = { ...DATA, version, website: 'https://wells.example', submitByManagersOnly: 'true' };
    expect((await sendForm(gate, client, '/en/organization/edit', edited)).status).toBe(303);
    expect((await sendForm(gate, client, '/en/organization/edit', edited)).status).toBe(412);
    expect((await page(client, '/en/organization')).body).toContain('https://wells.example');
  });

  it('says what it is as a provider and as a seeker', async () => {
    const { client, organizationId } = await party(gate, 'KE', 'Two sides');
    for (const side of ['provider', 'seeker']) {
      const version = hidden((await page(client, `/en/organization/${side}`)).body, 'version');
      const fields = { version, statement: `Words as a ${side}`, sectors: ['140'], serves: ['TZ'] };
      expect([side, (await sendForm(gate, client, `/en/organization/${side}`, fields)).status]).toEqual([side, 303]);
      expect((await page(client, `/en/organization/${side}`)).body).toContain(`Words as a ${side}`);
    }
    expect((await client.get(`/api/v1/providers/${organizationId}`)).body).toMatchObject({ sectors: ['140'], serves: ['TZ'] });
  });

  it('has members with roles; the last manager stays one, and nobody else may change anything', async () => {
    const { client, personId, organizationId } = await party(gate, 'KE', 'Members all');
    const guest = await signUp(gate.visitor, 'Gus Guest');
    expect((await sendForm(gate, client, '/en/organization/invitations', { email: guest.email, role: 'editor' })).status).toBe(303);
    const again = await sendForm(gate, client, '/en/organization/invitations', { email: guest.email, role: 'editor' });
    expect([again.status, again.body]).toEqual([409, expect.stringContaining('open invitation')]);
    await gate.drainJobs();
    const folder = path.join(gate.config.dataDir, 'mail');
    const mail = readdirSync(folder)
      .filter((file) => file.startsWith('invitation'))
      .map((file) => readFileSync(path.join(folder, file), 'utf8'));
    const token =
      /token=3D([\w-]+=?\r?\n?[\w-]*)/.exec(mail.find((text) => text.includes(guest.email)) ?? '')?.[1]?.replace(/=\r?\n/, '') ?? '';
    expect((await sendForm(gate, guest.client, '/en/invitations/accept', { token })).location).toBe('/en/organization');
    const last = await sendForm(gate, client, `/en/organization/members/${personId}/role`, { role: 'viewer' });
    expect([last.status, last.body]).toEqual([409, expect.stringContaining('last manager')]);
    expect((await sendForm(gate, client, `/en/organization/members/${personId}/remove`)).status).toBe(409);
    expect((await sendForm(gate, guest.client, `/en/organization/members/${personId}/role`, { role: 'viewer' })).status).toBe(403);
    expect((await page(guest.client, '/en/organization/members')).body).not.toContain('Invite somebody');
    expect((await sendForm(gate, client, `/en/organization/members/${guest.id}/role`, { role: 'manager' })).status).toBe(303);
    expect((await page(client, `/en/organization/members/${personId}/remove`)).body).toContain('Leave this organization?');
    expect((await sendForm(gate, client, `/en/organization/members/${personId}/remove`)).location).toBe('/en/dashboard');
    expect((await guest.client.get(`/api/v1/organizations/${organizationId}/members`)).body.items).toMatchObject([{ role: 'manager' }]);
  });

  it('hands in papers: told first, the copy on a page of its own or later', async () => {
    const { client, organizationId } = await party(gate, 'KE', 'Papers at hand');
    const paper = {
      kind: 'registration-certificate',
      title: 'Certificate 7',
      language: 'en',
      'issuedOn-day': '3',
      'issuedOn-month': '2',
      'issuedOn-year': '2026',
    };
    const refused = await sendForm(gate, client, '/en/organization/papers/new', { ...paper, 'issuedOn-year': '3026' });
    expect([refused.status, refused.body]).toEqual([
      422,
      expect.stringMatching(/value="Certificate 7"[\s\S]*has not come yet|has not come yet[\s\S]*value="Certificate 7"/),
    ]);
    const told = await sendForm(gate, client, '/en/organization/papers/new', paper);
    const at = String(told.location);
    expect(at).toMatch(/^\/en\/organization\/papers\/[\da-f-]+\/file$/);
    const sent = (body: FormData) => client.send('POST', at, body, { accept: 'text/html' });
    expect((await sent(uploadForm('no pdf at all'))).status).toBe(422);
    expect((await page(client, '/en/organization/papers')).body).toMatch(/Certificate 7[\s\S]*Waiting[\s\S]*No copy yet/);
    expect((await sent(uploadForm(pdf('page')))).headers.location).toBe('/en/organization/papers');
    expect((await page(client, '/en/organization/papers')).body).toContain('letter.pdf');
    const stranger = await party(gate, 'UG', 'Strangers to papers');
    expect((await page(stranger.client, at)).status).toBe(404);
    expect((await sendForm(gate, client, at.replace('/file', '/remove'))).status).toBe(303);
    expect((await client.get(`/api/v1/organizations/${organizationId}/documents`)).body.items).toEqual([]);
  });

  it('sends a copy later, or leaves it to its centre, which is told and adds it; an upload that came before its form counts', async () => {
    const { client, organizationId } = await party(gate, 'KE', 'Copies by others');
    const { body } = await client.post(`/api/v1/organizations/${organizationId}/documents`, {
      kind: 'founding-act',
      title: 'Act 9',
      language: 'en',
      issuedOn: '2020-01-01',
    });
    const at = `/en/organization/papers/${body.items[0].id}`;
    const desk = `/en/desk/organizations/${organizationId}/papers/${body.items[0].id}/file`;
    const officer = await signUp(gate.visitor, 'Oki Officer');
    await gate.sql.query(`INSERT INTO country_officer (person_id, country) VALUES ($1, 'KE')`, [officer.id]);
    expect((await sendForm(gate, client, `${at}/copy-by`, { by: 'nobody' })).status).toBe(422);
    expect((await sendForm(gate, client, `${at}/copy-by`, { by: 'organization' })).location).toBe('/en/organization/papers');
    expect((await page(client, '/en/organization/papers')).body).toContain('Copy to be sent later');
    for (let twice = 0; twice < 2; twice++) await sendForm(gate, client, `${at}/copy-by`, { by: 'centre' });
    expect((await page(client, '/en/organization/papers')).body).toContain('Your centre will add the copy');
    await gate.drainJobs();
    const told = (await officer.client.get('/api/v1/notifications')).body.items as { kind: string; link: string }[];
    expect(told.filter(({ kind }) => kind === 'copy-to-add')).toMatchObject([{ link: `/desk/organizations/${organizationId}` }]);
    expect((await page(officer.client, `/en/desk/organizations/${organizationId}`)).body).toContain(desk);
    expect((await page(client, desk)).status).toBe(403);
    const none = await sendForm(gate, officer.client, desk);
    expect([none.status, none.body]).toEqual([422, expect.stringContaining('href="#file"')]);
    const contents = pdf('by the centre');
    const { body: upload } = await officer.client.post('/api/v1/uploads', {
      name: 'act.pdf',
      type: 'application/pdf',
      bytes: contents.length,
    });
    await officer.client.send('PUT', `/api/v1/uploads/${upload.id}/parts/0`, uploadForm(contents));
    expect((await sendForm(gate, officer.client, desk, { upload: upload.id })).location).toBe(`/en/desk/organizations/${organizationId}`);
    expect((await page(client, '/en/organization/papers')).body).toContain('act.pdf');
    expect((await sendForm(gate, client, `${at}/copy-by`, { by: 'centre' })).status).toBe(409);
  });

  it('shows consents given to a centre, and is closed to visitors', async () => {
    const { client } = await party(gate, 'KE', 'Nothing consented');
    expect((await page(client, '/en/organization/consents')).body).toContain('No consents have been given');
    expect((await page(gate.visitor, '/en/organization/consents')).status).toBe(303);
    expect((await page(client, '/en/organization/consents/00000000-0000-4000-8000-000000000001/withdraw')).status).toBe(404);
  });
});
