import { jest } from '@jest/globals';
import type pg from 'pg';
import { AUTH, AUTH_POOL, type Auth } from '../../../src/platform/auth/auth.js';
import { type Answer, signUp } from '../../support/client.js';
import { startApp, type TestApp } from '../../support/e2e.js';

const PASSWORD = 'mangue bleue sur le toit';
let gate: TestApp;
beforeAll(async () => (gate = await startApp({ config: { role: 'web', trustProxy: '127.0.0.1', logLevel: 'silent' } })));
afterAll(() => gate.close());

let addresses = 0;
/** Calls from an address of its own, so that no test meets the limits of another. */
const elsewhere = () => ({ 'x-forwarded-for': `10.1.${++addresses >> 8}.${addresses & 255}` });
const fresh = (): string => `${crypto.randomUUID()}@test.invalid`;
const register = (change: object = {}, headers = elsewhere()): Promise<Answer> =>
  gate.visitor.post('/api/auth/sign-up/email', { email: fresh(), name: 'Ana Lima', password: PASSWORD, ...change }, headers);
const signIn = (email: string, password: string, headers = elsewhere()): Promise<Answer> =>
  gate.visitor.post('/api/auth/sign-in/email', { email, password }, headers);
const meOf = async (answer: Answer) => (await gate.visitor.withCookies(answer).get('/api/v1/me')).body;
const shape = ({ status, headers, body }: Answer) => ({
  status,
  headers: Object.keys(headers).filter((name) => name !== 'content-length'),
  body: Object.keys(body).sort(),
  user: Object.keys(body.user ?? {}).sort(),
});

describe('signing up', () => {
  it.each([
    ['is short', { password: 'short one 7' }, 'too-short'],
    ['is endless', { password: 'horse '.repeat(30) }, 'too-long'],
    ['is known to everybody', { password: 'P4ssw0rd!2026' }, 'weak'],
    ['is a run of keys', { password: 'qwertyuiop12' }, 'weak'],
    ['is the own name', { password: 'wanjiku-2026!', name: 'Wanjiku Mwangi' }, 'weak'],
    ['is the own address', { password: 'fatimata1990!', email: 'fatimata@example.org' }, 'weak'],
  ])('is refused when the password %s', async (_, change, code) => {
    const { status, body } = await register(change);
    expect([status, body.errors]).toEqual([400, [expect.objectContaining({ path: 'password', code })]]);
  });

  it.each([
    ['no address', { email: 'ana' }, 'email'],
    ['an address with a line break', { email: 'ana@example.org\r\nbcc: b@example.org' }, 'email'],
    ['a name of two lines', { name: 'Ana\r\nBcc: b@example.org' }, 'name'],
    ['a name of spaces', { name: '   ' }, 'name'],
    ['a role of her own choosing', { role: 'admin' }, 'role'],
    ['a checked address', { emailVerified: true }, 'emailVerified'],
    ['a picture', { image: 'https://evil.example/a.png' }, 'image'],
    ['somewhere to go next', { callbackURL: 'https://evil.example' }, 'callbackURL'],
  ])('is refused with %s', async (_, change, path) => {
    expect(await register(change)).toMatchObject({ status: 400, body: { errors: [{ path }] } });
  });

  it('keeps no password, and the address in small letters', async () => {
    const email = fresh();
    expect(await meOf(await register({ email: email.toUpperCase() }))).toMatchObject({ email, name: 'Ana Lima', administrator: false });
    const { rows } = await gate.sql.query<{ password: string }>(
      `SELECT a.password FROM auth.account a JOIN auth."user" u ON u.id = a."userId" WHERE u.email = $1`,
      [email],
    );
    expect(rows).toEqual([{ password: expect.stringMatching(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/) }]);
  });

  it('under an address that is taken looks the same, opens nothing and changes nothing', async () => {
    const { email, password, id } = await signUp(gate.visitor);
    const [taken, free] = [await register({ email }), await register()];
    expect(shape(taken)).toEqual(shape(free));
    const attributes = (answer: Answer) => String(answer.headers['set-cookie']).replace(/=[^;]*/, '');
    expect(attributes(taken)).toBe(attributes(free));
    expect(taken.body.user).toMatchObject({ email, name: 'Ana Lima' });
    expect(taken.body.user.id).not.toBe(id);
    expect((await gate.visitor.withCookies(taken).get('/api/v1/me')).status).toBe(401);
    expect((await signIn(email, PASSWORD)).status).toBe(401);
    expect(await meOf(await signIn(email, password))).toMatchObject({ id, name: 'Ada Test' });
  });

  it('sent twice opens the one account there is', async () => {
    const email = fresh();
    const [first, second] = [await register({ email }), await register({ email })];
    expect((await meOf(second)).id).toBe((await meOf(first)).id);
  });

  it('of one address by many at once makes one account', async () => {
    const email = fresh();
    const answers = await Promise.all(Array.from({ length: 6 }, () => register({ email })));
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
    const { rows } = await gate.sql.query(`SELECT count(*)::int AS n FROM auth."user" WHERE email = $1`, [email]);
    expect(rows).toEqual([{ n: 1 }]);
  });
});

describe('signing in', () => {
  it('answers an unknown address and a wrong password alike', async () => {
    const { email } = await signUp(gate.visitor);
    const [wrong, unknown] = [await signIn(email, 'not the right horse'), await signIn(fresh(), 'not the right horse')];
    expect(shape(wrong)).toEqual(shape(unknown));
    expect([wrong.body.code, unknown.body.code]).toEqual(['auth.invalid-email-or-password', 'auth.invalid-email-or-password']);
    expect(wrong.body.detail).toBe(unknown.body.detail);
  });

  it('does the same work for both: one password is hashed or compared', async () => {
    const { email } = await signUp(gate.visitor);
    const { password } = (await gate.get<Auth>(AUTH).$context) as unknown as {
      password: Record<'hash' | 'verify', (...args: unknown[]) => Promise<unknown>>;
    };
    const calls: string[] = [];
    const plain = { ...password };
    for (const name of ['hash', 'verify'] as const) password[name] = (...args) => (calls.push(name), plain[name](...args));
    try {
      await signIn(email, 'not the right horse');
      await signIn(fresh(), 'not the right horse');
    } finally {
      Object.assign(password, plain);
    }
    expect(calls).toHaveLength(2);
  });

  it('and signing up wait for a database that is away, without taking it for an answer', async () => {
    const { email, password } = await signUp(gate.visitor);
    const away = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    const connect = jest.spyOn(gate.get<pg.Pool>(AUTH_POOL), 'connect').mockImplementation(() => {
      throw away;
    });
    try {
      for (const answer of [await signIn(email, password), await register({ email, password }), await register()])
        expect(answer).toMatchObject({ status: 503, headers: { 'retry-after': '2' }, body: { code: 'service.unavailable' } });
    } finally {
      connect.mockRestore();
    }
    expect((await signIn(email, password)).status).toBe(200);
  });

  it('begins a session of its own each time, whatever cookie comes along', async () => {
    const { email, password, client } = await signUp(gate.visitor);
    const planted = { ...elsewhere(), cookie: 'gate.session_token=planted.AAAA' };
    const [one, two] = [await signIn(email, password, planted), await signIn(email, password)];
    expect(new Set([one.body.token, two.body.token, 'planted']).size).toBe(3);
    expect((await client.get('/api/v1/me/sessions')).body.items).toHaveLength(3);
  });

  it('takes a form as well', async () => {
    const { email, password, id } = await signUp(gate.visitor);
    const { statusCode, headers } = await gate.app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/email',
      authority: new URL(gate.baseUrl).host,
      headers: { origin: gate.baseUrl, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ email, password }).toString(),
    });
    expect([statusCode, (await meOf({ status: statusCode, headers, body: null })).id]).toEqual([200, id]);
  });

  it('is forgotten with the browser when it shall not be remembered', async () => {
    const { email, password } = await signUp(gate.visitor);
    const answer = await gate.visitor.post('/api/auth/sign-in/email', { email, password, rememberMe: false });
    const cookie = [answer.headers['set-cookie']].flat().find((one) => String(one).includes('session_token'));
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).not.toMatch(/Max-Age|Expires/i);
  });
});

describe('guessing', () => {
  it('ends after five wrong passwords from one address, for that account only, and the right one does not help', async () => {
    const [{ email, password }, other] = [await signUp(gate.visitor), await signUp(gate.visitor)];
    const here = elsewhere();
    for (let i = 0; i < 5; i++) expect((await signIn(email, `wrong horse number ${i}`, here)).status).toBe(401);
    const refused = await signIn(email, password, here);
    expect(refused).toMatchObject({ status: 429, body: { code: 'auth.too-many-attempts' } });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await signIn(other.email, other.password, here)).status).toBe(200);
    expect((await signIn(email, password)).status).toBe(200);
  });

  it('gets no further by asking all at once', async () => {
    const { email } = await signUp(gate.visitor);
    const here = elsewhere();
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => signIn(email, `wrong horse number ${i}`, here)));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(15);
  });

  it('does not hinder right passwords that come at once', async () => {
    const { email, password } = await signUp(gate.visitor);
    const here = elsewhere();
    const answers = await Promise.all(Array.from({ length: 12 }, () => signIn(email, password, here)));
    expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(200));
  });

  it('is not made easier by addresses of one network: IPv6 gives everybody billions', async () => {
    const { email } = await signUp(gate.visitor);
    const answers: number[] = [];
    for (let i = 1; i <= 7; i++)
      answers.push((await signIn(email, `wrong horse ${i}`, { 'x-forwarded-for': `2001:db8:0:7::${i}` })).status);
    expect(answers).toEqual([401, 401, 401, 401, 401, 429, 429]);
  });

  it('ends at signing up under a taken address too', async () => {
    const { email, password } = await signUp(gate.visitor);
    const here = elsewhere();
    for (let i = 0; i < 6; i++) await register({ email, password: `wrong horse number ${i}` }, here);
    const right = await register({ email, password }, here);
    expect((await gate.visitor.withCookies(right).get('/api/v1/me')).status).toBe(401);
    expect((await signIn(email, password, here)).status).toBe(429);
  });
});
