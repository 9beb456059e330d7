import { AUTH, type Auth } from '../../../src/platform/auth/auth.js';
import { type Client, signUp } from '../../support/client.js';
import { startApp, type TestApp } from '../../support/e2e.js';
import { party } from '../../support/journey.js';

let gate: TestApp;
let auth: Auth;
beforeAll(async () => {
  // better-auth calls each key it refuses an error.
  gate = await startApp({ config: { role: 'web', logLevel: 'silent' } });
  auth = gate.get<Auth>(AUTH);
});
afterAll(() => gate.close());

interface Key {
  id: string;
  key: string;
  personId: string;
  client: Client;
}

async function ownKey(): Promise<Key> {
  const { client, id: personId } = await signUp(gate.visitor);
  const { body } = await client.post('/api/v1/me/keys', { name: 'mine', organizationId: null });
  return { id: body.id, key: body.key, personId, client };
}

/** Whom a key speaks for: as better-auth reads it, and as we do. */
async function verdicts(key: string): Promise<[theirs: string | null, ours: string | null]> {
  const { valid, key: found } = await auth.api.verifyApiKey({ body: { key } });
  const me = await gate.visitor.withKey(key).get('/api/v1/me');
  expect([200, 401]).toContain(me.status);
  return [valid && found ? found.referenceId : null, me.status === 200 ? String(me.body.id) : null];
}

const change = (id: string, set: string) => gate.sql.query(`UPDATE auth.apikey SET ${set} WHERE id = $1`, [id]);

describe('better-auth and our own reader agree on a key', () => {
  it('that we made', async () => {
    const { key, personId } = await ownKey();
    expect(key).toMatch(/^gate_[\w-]{43}$/);
    expect(await verdicts(key)).toEqual([personId, personId]);
  });

  it('that better-auth made', async () => {
    const { id: userId } = await signUp(gate.visitor);
    const { key } = await auth.api.createApiKey({ body: { userId, name: 'theirs' } });
    expect(await verdicts(key)).toEqual([userId, userId]);
  });

  it.each<[string, (made: Key) => Promise<unknown>]>([
    ['that is switched off', ({ id }) => change(id, 'enabled = false')],
    ['that has expired', ({ id }) => change(id, `"expiresAt" = now() - interval '1 second'`)],
    ['that was revoked', ({ id, client }) => client.delete(`/api/v1/me/keys/${id}`)],
    ['that revoked itself', ({ id, key }) => gate.visitor.withKey(key).delete(`/api/v1/me/keys/${id}`)],
  ])('%s: nobody', async (_, end) => {
    const made = await ownKey();
    await end(made);
    expect(await verdicts(made.key)).toEqual([null, null]);
  });

  it.each<[string, (key: string) => string]>([
    ['cut short', (key) => key.slice(0, -1)],
    ['made longer', (key) => `${key}A`],
    ['with a letter changed', (key) => `${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`],
    ['in other case', (key) => key.toUpperCase()],
    ['without its prefix', (key) => key.replace('gate_', '')],
  ])('%s: nobody', async (_, forge) => {
    const { key, personId } = await ownKey();
    expect(await verdicts(forge(key))).toEqual([null, null]);
    expect(await verdicts(key)).toEqual([personId, personId]);
  });

  it('of an account that is gone: ours is nobody, whatever better-auth makes of it', async () => {
    const { key, personId } = await ownKey();
    await gate.sql.query('DELETE FROM auth."user" WHERE id = $1', [personId]);
    expect((await verdicts(key))[1]).toBeNull();
  });

  it('that the table keeps a hash of, and nothing else', async () => {
    const { id, key } = await ownKey();
    const { rows } = await gate.sql.query(`SELECT to_jsonb(k)::text AS row FROM auth.apikey k WHERE id = $1`, [id]);
    expect(rows[0].row).not.toContain(key.slice(10));
  });
});

describe('an API key', () => {
  it('is announced by Bearer, whatever else comes along', async () => {
    const { key, personId, client } = await ownKey();
    for (const authorization of [`bearer ${key}`, `BEARER   ${key}`])
      expect((await client.get('/api/v1/me', { authorization })).body.id).toBe(personId);
    for (const authorization of [key, `Basic ${key}`, `Token ${key}`, `Bearer ${key} x`, 'Bearer', 'Bearer ', ''])
      expect([authorization, (await client.get('/api/v1/me', { authorization })).status]).toEqual([authorization, 401]);
  });

  it('that does not hold is said to be so on public routes too, and not taken for a visitor', async () => {
    const answer = await gate.visitor.withKey('gate_that_nobody_has_ever_made').get('/api/v1/offers');
    expect(answer).toMatchObject({
      status: 401,
      body: { code: 'auth.key-invalid' },
      headers: { 'www-authenticate': 'Bearer realm="gate"' },
    });
  });

  it('wins over a cookie that comes along', async () => {
    const { key, personId } = await ownKey();
    const other = await signUp(gate.visitor);
    expect((await other.client.get('/api/v1/me', { authorization: `Bearer ${key}` })).body.id).toBe(personId);
  });

  it('makes no keys, ends no sessions and chooses no organization', async () => {
    const { key } = await ownKey();
    const machine = gate.visitor.withKey(key);
    expect(await machine.post('/api/v1/me/keys', { name: 'another' })).toMatchObject({
      status: 403,
      body: { code: 'key.session-required' },
    });
    expect((await machine.delete('/api/v1/me/sessions')).status).toBe(403);
    expect(await machine.post('/api/v1/me/organization', { organizationId: null })).toMatchObject({
      status: 403,
      body: { code: 'key.bound' },
    });
    expect((await machine.post('/api/auth/change-password', { currentPassword: 'x', newPassword: 'a new horse for staples' })).status).toBe(
      401,
    );
  });

  it('of an organization has the lower of its own role and the member’s, and ends with the membership', async () => {
    const { client, organizationId } = await party(gate, 'KE', 'Keeper of keys');
    const member = await signUp(gate.visitor);
    const set = (sql: string) => gate.sql.query(sql, [organizationId, member.id]);
    await set(`INSERT INTO membership (organization_id, person_id, role) VALUES ($1, $2, 'manager')`);
    const make = async (role: string) =>
      gate.visitor.withKey(String((await member.client.post('/api/v1/me/keys', { name: role, organizationId, role })).body.key));
    const [manager, viewer] = [await make('manager'), await make('viewer')];
    const roles = async () => Promise.all([manager, viewer].map(async (key) => (await key.get('/api/v1/me')).body.organization?.role));
    expect(await roles()).toEqual(['manager', 'viewer']);
    await client.patch(`/api/v1/organizations/${organizationId}/members/${member.id}`, { role: 'editor' });
    expect(await roles()).toEqual(['editor', 'viewer']);
    expect((await manager.patch(`/api/v1/organizations/${organizationId}`, { website: null })).status).toBe(403);
    await client.delete(`/api/v1/organizations/${organizationId}/members/${member.id}`);
    expect([(await manager.get('/api/v1/me')).status, (await viewer.get('/api/v1/me')).status]).toEqual([401, 401]);
  });

  it('of an organization carries nothing of what its person is elsewhere', async () => {
    const { client, personId, organizationId } = await party(gate, 'KE', 'Of an administrator');
    await gate.sql.query('UPDATE person SET administrator = true WHERE id = $1', [personId]);
    await gate.sql.query(`INSERT INTO country_officer (person_id, country) VALUES ($1, 'KE')`, [personId]);
    const [bound, own] = await Promise.all(
      [organizationId, null].map(async (id) =>
        gate.visitor.withKey((await client.post('/api/v1/me/keys', { name: 'k', organizationId: id })).body.key),
      ),
    );
    expect((await bound!.get('/api/v1/me')).body).toMatchObject({
      administrator: false,
      officerOf: [],
      organization: { id: organizationId },
    });
    expect((await bound!.get('/api/v1/admin/people')).status).toBe(403);
    expect((await own!.get('/api/v1/me')).body).toMatchObject({ administrator: true, officerOf: ['KE'], organization: null });
    expect((await own!.get('/api/v1/admin/people')).status).toBe(200);
  });

  it('of an auditor changes nothing either, bound or not', async () => {
    const { client, personId, organizationId } = await party(gate, 'KE', 'Of an auditor');
    const make = async (id: string | null) =>
      gate.visitor.withKey((await client.post('/api/v1/me/keys', { name: 'k', organizationId: id })).body.key);
    const keys = [await make(organizationId), await make(null)];
    await gate.sql.query('UPDATE person SET auditor = true WHERE id = $1', [personId]);
    for (const key of keys) {
      expect((await key.patch(`/api/v1/organizations/${organizationId}`, { website: null })).status).toBe(403);
      expect((await key.post('/api/v1/offers', { kind: 'technology', organizationId, language: 'en', title: 'T' })).status).toBe(403);
      expect((await key.get(`/api/v1/organizations/${organizationId}`)).status).toBe(200);
    }
  });

  it.each([
    ['a role above her own', { role: 'manager' }, 403],
    ['an organization that is not hers', { organizationId: '00000000-0000-4000-8000-000000000001' }, 404],
  ])('is not made for %s', async (_, wish, status) => {
    const { organizationId } = await party(gate, 'KE', 'Strict');
    const member = await signUp(gate.visitor);
    await gate.sql.query(`INSERT INTO membership (organization_id, person_id, role) VALUES ($1, $2, 'editor')`, [
      organizationId,
      member.id,
    ]);
    expect((await member.client.post('/api/v1/me/keys', { name: 'k', ...wish })).status).toBe(status);
  });

  it('is one of fifty at most', async () => {
    const { client } = await signUp(gate.visitor);
    const answers = await Promise.all(Array.from({ length: 53 }, (_, i) => client.post('/api/v1/me/keys', { name: `key ${i}` })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(50);
    expect(answers.filter(({ status, body }) => status === 409 && body.code === 'key.too-many')).toHaveLength(3);
  });
});
