import { Client, signUp } from '../../support/client.js';
import { startApp, type TestApp } from '../../support/e2e.js';

const HTTPS = 'https://gate.example';
let gate: TestApp;
let visitor: Client;
beforeAll(async () => {
  gate = await startApp({ config: { role: 'web', publicUrl: HTTPS, trustProxy: '127.0.0.1, 10.9.0.0/16' } });
  visitor = new Client(gate.app, HTTPS);
});
afterAll(() => gate.close());

describe('behind a proxy that speaks TLS', () => {
  it('a session cookie belongs to this very host, over TLS only, and to no script', async () => {
    const { email, password } = await signUp(visitor);
    const { headers } = await visitor.post('/api/auth/sign-in/email', { email, password });
    const cookie = String([headers['set-cookie']].flat()[0]);
    expect(cookie.split('=')[0]).toBe('__Host-gate.session_token');
    const attributes = cookie.split(/;\s*/).slice(1);
    expect(attributes).toEqual(expect.arrayContaining(['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax']));
    expect(attributes.some((one) => one.startsWith('Domain'))).toBe(false);
  });

  it('is the same when we renew it, and when signing up under a taken address', async () => {
    const { client, email } = await signUp(visitor);
    await gate.sql.query(`UPDATE auth.session SET "updatedAt" = now() - interval '2 days'`);
    const answers = [
      await client.get('/api/v1/me'),
      await visitor.post('/api/auth/sign-up/email', { email, name: 'Other', password: 'mangue bleue sur le toit' }),
      await visitor.post('/api/auth/sign-up/email', { email: 'free@test.invalid', name: 'Other', password: 'mangue bleue sur le toit' }),
    ];
    const shapes = answers.map(({ headers }) => String([headers['set-cookie']].flat()[0]).replace(/=[^;]*/, ''));
    expect(new Set(shapes)).toEqual(new Set(['__Host-gate.session_token; Max-Age=604800; Path=/; HttpOnly; Secure; SameSite=Lax']));
  });

  it('a cookie without the prefix is nobody’s', async () => {
    const { client } = await signUp(visitor);
    const { identity } = client as unknown as { identity: { cookie: string } };
    expect((await visitor.get('/api/v1/me', { cookie: identity.cookie })).status).toBe(200);
    expect((await visitor.get('/api/v1/me', { cookie: identity.cookie.replaceAll('__Host-', '') })).status).toBe(401);
  });

  it('browsers are told to stay with TLS, and programs which cookie it is', async () => {
    const { headers, body } = await visitor.get('/api/openapi.json');
    expect(headers['strict-transport-security']).toMatch(/max-age=\d{7,}/);
    expect(headers['content-security-policy']).toContain('upgrade-insecure-requests');
    expect(body.components.securitySchemes.session.name).toBe('__Host-gate.session_token');
    expect(body.servers).toEqual([{ url: HTTPS }]);
  });

  it('its own pages may post to it, whatever host the proxy names', async () => {
    const there = new Client(gate.app, 'http://10.9.0.1:3000');
    const credentials = { email: 'nobody@test.invalid', password: 'x' };
    expect((await there.post('/api/auth/sign-in/email', credentials, { origin: HTTPS })).status).toBe(401);
    expect((await there.post('/api/auth/sign-in/email', credentials, { origin: 'http://gate.example' })).status).toBe(403);
  });
});

describe('where a request comes from', () => {
  /** The address that a session was opened from. */
  async function seenAs(app: TestApp, client: Client, headers: Record<string, string>): Promise<string | null> {
    const { email, password } = await signUp(client);
    const { body } = await client.post('/api/auth/sign-in/email', { email, password }, headers);
    const { rows } = await app.sql.query<{ ip: string }>(`SELECT "ipAddress" AS ip FROM auth.session WHERE token = $1`, [body.token]);
    return rows[0]?.ip ?? null;
  }

  it('is told by proxies that are known, and only by them', async () => {
    expect(await seenAs(gate, visitor, { 'x-forwarded-for': '203.0.113.7' })).toBe('203.0.113.7');
    expect(await seenAs(gate, visitor, { 'x-forwarded-for': '1.1.1.1, 203.0.113.7, 10.9.3.4' })).toBe('203.0.113.7');
    expect(await seenAs(gate, visitor, { 'x-gate-client-ip': '1.1.1.1', 'x-forwarded-for': '203.0.113.8' })).toBe('203.0.113.8');
    expect(await seenAs(gate, visitor, { 'x-real-ip': '1.1.1.1', forwarded: 'for=1.1.1.1' })).toBe('127.0.0.1');
  });

  it('is the other end of the line where no proxy is known', async () => {
    const bare = await startApp({ config: { role: 'web' } });
    for (const header of ['x-forwarded-for', 'x-gate-client-ip', 'x-real-ip', 'cf-connecting-ip'])
      expect([header, await seenAs(bare, bare.visitor, { [header]: '203.0.113.7' })]).toEqual([header, '127.0.0.1']);
    await bare.close();
  });
});
