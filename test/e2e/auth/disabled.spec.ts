import { type Client, signUp } from '../../support/client.js';
import { startApp, type TestApp } from '../../support/e2e.js';
import { administrator } from '../../support/journey.js';

let gate: TestApp;
let reviewer: Client;
beforeAll(async () => {
  gate = await startApp({ config: { role: 'web' } });
  reviewer = await administrator(gate);
});
afterAll(() => gate.close());

describe('a disabled person', () => {
  it('is a visitor from her next request on, by session and by key', async () => {
    const { client, id } = await signUp(gate.visitor);
    const key = gate.visitor.withKey(String((await client.post('/api/v1/me/keys', { name: 'k' })).body.key));
    expect([(await client.get('/api/v1/me')).status, (await key.get('/api/v1/me')).status]).toEqual([200, 200]);
    expect(await reviewer.post(`/api/v1/admin/people/${id}/disable`, {}, { 'idempotency-key': 'once' })).toMatchObject({
      status: 200,
      body: { id },
    });
    expect([(await client.get('/api/v1/me')).status, (await key.get('/api/v1/me')).status]).toEqual([401, 401]);
    expect((await client.get('/api/v1/offers')).status).toBe(200);
    expect((await reviewer.post(`/api/v1/admin/people/${id}/disable`)).status).toBe(409);
  });

  it('cannot sign in, and nobody learns that from a wrong password', async () => {
    const { email, password, id } = await signUp(gate.visitor);
    const signIn = (given: string) => gate.visitor.post('/api/auth/sign-in/email', { email, password: given });
    const before = await signIn('not the right horse');
    await reviewer.post(`/api/v1/admin/people/${id}/disable`);
    expect((await signIn('not the right horse')).body).toEqual({ ...before.body, instance: expect.any(String) });
    expect(await signIn(password)).toMatchObject({ status: 403, body: { code: 'auth.account-disabled' } });
    const again = await gate.visitor.post('/api/auth/sign-up/email', { email, password, name: 'Ada Test' });
    expect(again.status).toBe(200);
    expect((await gate.visitor.withCookies(again).get('/api/v1/me')).status).toBe(401);
    const { rows } = await gate.sql.query(`SELECT FROM auth.session WHERE "userId" = $1`, [id]);
    expect(rows).toEqual([]);
    await reviewer.post(`/api/v1/admin/people/${id}/enable`);
    expect((await signIn(password)).status).toBe(200);
  });

  it('is told from the request that was under way: what she sent before counts, what comes after does not', async () => {
    const { client, id } = await signUp(gate.visitor);
    const [, , ...later] = await Promise.all([
      client.patch('/api/v1/me', { timeZone: 'Africa/Nairobi' }),
      reviewer.post(`/api/v1/admin/people/${id}/disable`),
    ]).then(async (both) => [...both, ...(await Promise.all([client.get('/api/v1/me'), client.patch('/api/v1/me', { timeZone: 'UTC' })]))]);
    expect(later.map(({ status }) => status)).toEqual([401, 401]);
  });
});
