import { AccountsService } from '../../../src/modules/identity/index.js';
import { signUp, type Answer } from '../../support/client.js';
import { startApp, type TestApp } from '../../support/e2e.js';

const PASSWORD = 'mangue bleue sur le toit';
let gate: TestApp;
beforeAll(async () => (gate = await startApp({ config: { role: 'web' } })));
afterAll(() => gate.close());

const link = async (email: string): Promise<string> => {
  const address = await gate.get(AccountsService).invitationLink(email);
  expect(address.startsWith(`${gate.config.publicUrl}/welcome?token=`)).toBe(true);
  return new URL(address).searchParams.get('token') ?? '';
};

/** As a browser sends the form. */
const submit = async (fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Answer> => {
  const {
    statusCode,
    headers: given,
    body,
  } = await gate.app.inject({
    method: 'POST',
    url: '/en/welcome',
    authority: new URL(gate.baseUrl).host,
    headers: { origin: gate.baseUrl, 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(fields).toString(),
  });
  return { status: statusCode, headers: given, body };
};

const signIn = (email: string, password = PASSWORD) => gate.visitor.post('/api/auth/sign-in/email', { email, password });
const fresh = (): string => `${crypto.randomUUID()}@test.invalid`;

describe('a welcome link', () => {
  it('makes an administrator of whoever opens it, once', async () => {
    const email = fresh();
    const token = await link(email.toUpperCase());
    const page = await gate.visitor.get(`/en/welcome?token=${token}`);
    expect(page).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' } });
    expect(page.body).toContain(email);
    expect((await submit({ token, email, name: 'Adele Root', password: PASSWORD })).status).toBe(303);
    const me = await gate.visitor.withCookies(await signIn(email)).get('/api/v1/me');
    expect(me.body).toMatchObject({ email, name: 'Adele Root', administrator: true });
    expect((await gate.visitor.get(`/en/welcome?token=${token}`)).status).toBe(410);
    expect((await submit({ token, name: 'Second', password: 'another horse on the roof' })).status).toBe(410);
    expect((await signIn(email)).status).toBe(200);
  });

  it('is used by one of two who send it at the same moment', async () => {
    const email = fresh();
    const token = await link(email);
    const passwords = ['the first horse on the roof', 'the second horse on the roof'];
    const answers = await Promise.all(passwords.map((password) => submit({ token, name: 'Twin', password })));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 410]);
    const opened = await Promise.all(passwords.map(async (password) => (await signIn(email, password)).status));
    expect(opened).toEqual(answers.map(({ status }) => (status === 303 ? 200 : 401)));
  });

  it('is not used up by looking at it or by a form with faults', async () => {
    const email = fresh();
    const token = await link(email);
    for (const [password, words] of [
      ['short', 'at least 12'],
      ['password1234', 'easy to guess'],
      [`${email.split('@')[0]}!`, 'easy to guess'],
    ] as const) {
      const page = await submit({ token, name: '"><script>alert(1)</script>', password });
      expect(page.status).toBe(422);
      expect(page.body).toContain(words);
      expect(page.body).not.toContain('<script>');
      expect(page.body).not.toContain(password);
    }
    expect((await submit({ token, name: '', password: PASSWORD })).status).toBe(422);
    expect((await submit({ token, name: 'Adele', password: PASSWORD })).status).toBe(303);
  });

  it.each<[string, (token: string, email: string) => Promise<string>]>([
    [
      'has expired',
      async (token, email) => (await gate.sql.query(`UPDATE welcome_link SET expires_at = now() WHERE email = $1`, [email]), token),
    ],
    ['was replaced by a later one', async (token, email) => (await link(email), token)],
    ['was tampered with', async (token) => `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`],
    [
      'is the hash that is kept',
      async (_, email) => (await gate.sql.query(`SELECT token_hash FROM welcome_link WHERE email = $1`, [email])).rows[0].token_hash,
    ],
    ['is empty', async () => ''],
  ])('leads nowhere when it %s', async (_, change) => {
    const email = fresh();
    const token = await change(await link(email), email);
    expect((await gate.visitor.get(`/en/welcome?token=${token}`)).status).toBe(410);
    expect((await submit({ token, name: 'Nobody', password: PASSWORD })).status).toBe(410);
    expect((await signIn(email)).status).toBe(401);
  });

  it('leaves nothing of what somebody else prepared under the address', async () => {
    const squatter = await signUp(gate.visitor, 'Sue Squatter');
    const key = gate.visitor.withKey(String((await squatter.client.post('/api/v1/me/keys', { name: 'k' })).body.key));
    expect((await key.get('/api/v1/me')).status).toBe(200);
    const token = await link(squatter.email);
    expect((await submit({ token, name: 'Rita Right', password: PASSWORD })).status).toBe(303);
    expect((await squatter.client.get('/api/v1/me')).status).toBe(401);
    expect((await key.get('/api/v1/me')).status).toBe(401);
    expect((await signIn(squatter.email, squatter.password)).status).toBe(401);
    const me = await gate.visitor.withCookies(await signIn(squatter.email)).get('/api/v1/me');
    expect(me.body).toMatchObject({ id: squatter.id, name: 'Rita Right', administrator: true });
  });

  it('does not open a disabled account', async () => {
    const { email, id } = await signUp(gate.visitor);
    await gate.sql.query('UPDATE person SET disabled_at = now() WHERE id = $1', [id]);
    await expect(link(email)).rejects.toMatchObject({ code: 'account.disabled' });
  });

  it('is not taken from another site, and knows odd forms for what they are', async () => {
    const email = fresh();
    const token = await link(email);
    const fields = { token, name: 'Mallory', password: PASSWORD };
    expect((await submit(fields, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await gate.visitor.post('/en/welcome', { token: { $ne: '' }, name: 'M', password: PASSWORD })).status).toBe(410);
    expect((await gate.visitor.post('/en/welcome', { ...fields, name: ['a\nb'] })).status).toBe(422);
    expect((await gate.visitor.post('/en/welcome', { ...fields, name: 'a\0b' })).status).toBe(422);
    expect((await gate.visitor.get(`/en/welcome?token=${token}`)).status).toBe(200);
  });

  it('goes on record without the address or the token', async () => {
    const email = fresh();
    const token = await link(email);
    await submit({ token, name: 'Quiet', password: PASSWORD });
    const { rows } = await gate.sql.query<{ whole: string }>(
      `SELECT to_jsonb(a)::text AS whole FROM audit_entry a WHERE action LIKE 'account.%'`,
    );
    expect(rows.length).toBeGreaterThan(1);
    for (const { whole } of rows) expect(whole).not.toMatch(new RegExp(`${email}|${token}|test\\.invalid|Quiet`));
  });
});
