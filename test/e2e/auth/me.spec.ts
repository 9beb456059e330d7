import { meView, peoplePage } from '../../../src/modules/identity/identity.schemas.js';
import { type Client, signUp } from '../../support/client.js';
import { startApp, type TestApp } from '../../support/e2e.js';
import { administrator, party } from '../../support/journey.js';

let gate: TestApp;
beforeAll(async () => (gate = await startApp({ config: { role: 'web', trustProxy: '127.0.0.1' } })));
afterAll(() => gate.close());

let addresses = 0;
const elsewhere = () => ({ 'x-forwarded-for': `10.3.0.${++addresses}` });
const signIn = (email: string, password: string) => gate.visitor.post('/api/auth/sign-in/email', { email, password }, elsewhere());
const audited = async (id: string): Promise<string[]> =>
  (await gate.sql.query<{ action: string }>(`SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY seq`, [id])).rows.map(
    ({ action }) => action,
  );

describe('a person', () => {
  it('is made by her first request, in the language of her browser, however many come at once', async () => {
    const email = `${crypto.randomUUID()}@test.invalid`;
    const answer = await gate.visitor.post('/api/auth/sign-up/email', { email, name: 'New Comer', password: 'mangue bleue sur le toit' });
    const client = gate.visitor.withCookies(answer);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => client.get('/api/v1/me', { 'accept-language': 'pt-BR,pt;q=0.9,en;q=0.1' })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect(meView.parse(answers[0]!.body)).toMatchObject({ email, name: 'New Comer', language: 'pt', timeZone: 'UTC', organization: null });
    expect((await audited(answer.body.user.id)).filter((action) => action === 'person.join')).toHaveLength(1);
  });

  it('changes her name, language and time zone, each on record by its name only', async () => {
    const { client, id } = await signUp(gate.visitor);
    const change = { name: ' Amina  Diallo ', language: 'fr', timeZone: 'Africa/Dakar' };
    expect((await client.patch('/api/v1/me', change)).body).toMatchObject({ ...change, name: 'Amina  Diallo', version: 2 });
    const { rows } = await gate.sql.query(`SELECT data FROM audit_entry WHERE subject_id = $1 AND action = 'person.edit'`, [id]);
    expect(rows).toEqual([{ data: { fields: ['language', 'name', 'timeZone'] } }]);
  });

  it.each([
    ['nothing at all', {}, ''],
    ['a language that is none', { language: 'French' }, 'language'],
    ['a time zone that is none', { timeZone: 'Africa/Atlantis' }, 'timeZone'],
    ['an address', { email: 'other@example.org' }, 'email'],
    ['an office', { administrator: true }, 'administrator'],
    ['a name of control characters', { name: 'A\u001b[2Jna' }, 'name'],
  ])('does not change %s', async (_, change, path) => {
    const { client } = await signUp(gate.visitor);
    expect(await client.patch('/api/v1/me', change)).toMatchObject({
      status: 400,
      body: { errors: expect.arrayContaining([expect.objectContaining({ path })]) },
    });
  });

  it('acts for one organization at a time, and only for her own', async () => {
    const { client, organizationId } = await party(gate, 'KE', 'First');
    const other = await party(gate, 'UG', 'Of others');
    const second = await client.post('/api/v1/organizations', { legalName: 'Second', country: 'KE', type: '70', languages: ['en'] });
    const act = async (id: string | null) => (await client.post('/api/v1/me/organization', { organizationId: id })).body;
    expect((await act(organizationId)).organization).toEqual({ id: organizationId, role: 'manager' });
    expect((await client.get('/api/v1/me')).body.organization.id).toBe(organizationId);
    expect((await act(null)).organization).toBeNull();
    expect((await client.get('/api/v1/me')).body.organization).toBeNull();
    expect((await act(second.body.id)).organizations).toHaveLength(2);
    expect((await client.post('/api/v1/me/organization', { organizationId: other.organizationId })).status).toBe(404);
    expect((await client.get('/api/v1/me')).body.organization.id).toBe(second.body.id);
  });
});

describe('her sessions', () => {
  it('are hers to see and to end, one by one or all the others', async () => {
    const { client, email, password } = await signUp(gate.visitor);
    const others: Client[] = [];
    for (let i = 0; i < 3; i++) others.push(gate.visitor.withCookies(await signIn(email, password)));
    const { items } = (await client.get('/api/v1/me/sessions')).body;
    expect(items).toHaveLength(4);
    expect(items.filter((one: { current: boolean }) => one.current)).toHaveLength(1);
    expect(JSON.stringify(items)).not.toContain('token');
    const stranger = (await signUp(gate.visitor)).client;
    const { id } = (await others[0]!.get('/api/v1/me/sessions')).body.items.find((one: { current: boolean }) => one.current);
    expect((await stranger.delete(`/api/v1/me/sessions/${id}`)).status).toBe(404);
    expect((await client.delete(`/api/v1/me/sessions/${id}`)).status).toBe(204);
    expect((await client.delete(`/api/v1/me/sessions/${id}`)).status).toBe(404);
    expect((await others[0]!.get('/api/v1/me')).status).toBe(401);
    expect((await others[1]!.delete('/api/v1/me/sessions')).status).toBe(204);
    expect([(await client.get('/api/v1/me')).status, (await others[1]!.get('/api/v1/me')).status]).toEqual([401, 200]);
  });
});

describe('her password', () => {
  const next = 'another horse on a staple';
  it('is changed by who knows it; the other sessions end and the new one goes on', async () => {
    const { client, email, password, id } = await signUp(gate.visitor);
    const other = gate.visitor.withCookies(await signIn(email, password));
    const answer = await client.post('/api/auth/change-password', { currentPassword: password, newPassword: next }, elsewhere());
    expect(answer.status).toBe(200);
    const cookie = { headers: { 'set-cookie': answer.headers['set-cookie'] }, status: 200, body: null };
    expect((await gate.visitor.withCookies(cookie).get('/api/v1/me')).body.id).toBe(id);
    expect([(await other.get('/api/v1/me')).status, (await client.get('/api/v1/me')).status]).toEqual([401, 401]);
    expect([(await signIn(email, password)).status, (await signIn(email, next)).status]).toEqual([401, 200]);
    expect(await audited(id)).toContain('account.change-password');
  });

  it.each([
    ['the old one is wrong', { currentPassword: 'not the right horse', newPassword: next }, 'auth.invalid-password'],
    ['the new one is short', { newPassword: 'short' }, 'request.invalid'],
    ['the new one is known to everybody', { newPassword: 'P4ssw0rd!2026' }, 'request.invalid'],
    ['the new one is her own address', { newPassword: 'EMAIL-2026' }, 'request.invalid'],
  ])('stays when %s', async (_, change, code) => {
    const { client, email, password } = await signUp(gate.visitor);
    const body = { currentPassword: password, ...change, newPassword: change.newPassword.replace('EMAIL', email.split('@')[0]!) };
    expect(await client.post('/api/auth/change-password', body, elsewhere())).toMatchObject({ status: 400, body: { code } });
    expect((await client.get('/api/v1/me')).status).toBe(200);
  });
});

describe('people, as staff sees them', () => {
  it('are found by parts of names and addresses, taken as they are written', async () => {
    const reviewer = await administrator(gate);
    const names = ['Per Cent 100%', 'Under_Score', 'Back\\Slash', "O'Brien"];
    for (const name of names) await signUp(gate.visitor, name);
    const find = async (q: string) => (await reviewer.get(`/api/v1/admin/people?${new URLSearchParams({ q })}`)).body;
    for (const [q, name] of [
      ['100%', names[0]],
      ['r_s', names[1]],
      ['k\\s', names[2]],
      ["o'b", names[3]],
    ] as const)
      expect([q, (await find(q)).items.map((one: { name: string }) => one.name)]).toEqual([q, [name]]);
    expect(peoplePage.parse(await find('%'))).toMatchObject({ items: [{ name: names[0] }], next: null });
    expect((await reviewer.get('/api/v1/admin/people?disabled=true')).body.items).toEqual([]);
    expect((await reviewer.get('/api/v1/admin/people?administrator=true')).body.items).toMatchObject([{ name: 'Adele Administrator' }]);
  });
});
