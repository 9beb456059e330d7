import { AUTH, type Auth } from '../../../src/platform/auth/auth.js';
import { signedValue } from '../../../src/platform/auth/session-cookie.js';
import { type Client, signUp } from '../../support/client.js';
import { startApp, type TestApp } from '../../support/e2e.js';

const NAME = 'gate.session_token';

let gate: TestApp;
let auth: Auth;
beforeAll(async () => {
  gate = await startApp({ config: { role: 'web' } });
  auth = gate.get<Auth>(AUTH);
});
afterAll(() => gate.close());

interface Session {
  id: string;
  /** As the browser sends it back. */
  cookie: string;
  token: string;
  client: Client;
}

async function session(): Promise<Session> {
  const { id, email, password } = await signUp(gate.visitor);
  const answer = await gate.visitor.post('/api/auth/sign-in/email', { email, password });
  const cookie = String([answer.headers['set-cookie']].flat()[0]).split(';')[0] ?? '';
  return { id, cookie, token: String(answer.body.token), client: gate.visitor.withCookies(answer) };
}

/** Whom a Cookie header speaks for: as better-auth reads it, and as we do. */
async function verdicts(cookie: string): Promise<[theirs: string | null, ours: string | null]> {
  const found = await auth.api.getSession({ headers: new Headers({ cookie }), query: { disableRefresh: true } });
  const me = await gate.visitor.get('/api/v1/me', { cookie });
  return [found?.user.id ?? null, me.status === 200 ? String(me.body.id) : null];
}

const row = async ({ token }: Session) =>
  (
    await gate.sql.query<{ expires: Date; updated: Date }>(
      `SELECT "expiresAt" AS expires, "updatedAt" AS updated FROM auth.session WHERE token = $1`,
      [token],
    )
  ).rows[0];

describe('better-auth and our own reader agree on a session', () => {
  it('that was just made, wherever its cookie stands', async () => {
    const { id, cookie } = await session();
    for (const header of [cookie, `a=b; ${cookie}`, `${cookie}; theme=dark`, `;; =x; ${cookie};`, `${cookie}; ${NAME}=later`])
      expect([header, await verdicts(header)]).toEqual([header, [id, id]]);
  });

  it.each<[string, (session: Session) => string]>([
    ['without a signature', ({ token }) => `${NAME}=${token}`],
    ['with an empty signature', ({ token }) => `${NAME}=${token}.`],
    ['signed by another secret', ({ token }) => `${NAME}=${signedValue(token, 'another secret that is as long as the one')}`],
    [
      'with the signature of another',
      ({ cookie, token }) => cookie.replace(token, `${token.slice(0, -1)}${token.endsWith('a') ? 'b' : 'a'}`),
    ],
    [
      'with a letter of the signature changed',
      ({ cookie }) => cookie.replace(/\.(.)/, (_, letter: string) => `.${letter === 'A' ? 'B' : 'A'}`),
    ],
    ['with a signature cut short', ({ cookie }) => cookie.replace(/.{4}%3D$/, '')],
    ['with a signature without its padding', ({ cookie }) => cookie.replace(/%3D$/, '')],
    ['with something after the signature', ({ cookie }) => `${cookie}AAAA`],
    [
      'with a signature in the alphabet of addresses',
      ({ cookie }) => cookie.replaceAll('%2B', '-').replaceAll('%2F', '_').replace(/%3D$/, ''),
    ],
    ['that is no percent-encoding', ({ cookie }) => `${cookie.slice(0, -3)}%`],
    ['under another name', ({ cookie }) => cookie.replace(NAME, 'session_token')],
    ['hidden in the name of another', ({ cookie }) => `x${cookie}`],
    ['that comes second', ({ cookie }) => `${NAME}=first; ${cookie}`],
  ])('%s: nobody', async (_, forge) => {
    const made = await session();
    expect(await verdicts(forge(made))).toEqual([null, null]);
    expect(await verdicts(made.cookie)).toEqual([made.id, made.id]);
  });

  it('that has expired', async () => {
    const made = await session();
    await gate.sql.query(`UPDATE auth.session SET "expiresAt" = now() - interval '1 second' WHERE token = $1`, [made.token]);
    expect(await verdicts(made.cookie)).toEqual([null, null]);
  });

  it('that better-auth revoked, or we did', async () => {
    const [theirs, ours] = [await session(), await session()];
    await auth.api.revokeSession({ headers: new Headers({ cookie: theirs.cookie }), body: { token: theirs.token } });
    expect(await verdicts(theirs.cookie)).toEqual([null, null]);
    const { items } = (await ours.client.get('/api/v1/me/sessions')).body;
    const current = items.find((one: { current: boolean }) => one.current);
    expect((await ours.client.delete(`/api/v1/me/sessions/${current.id}`)).status).toBe(204);
    expect(await verdicts(ours.cookie)).toEqual([null, null]);
  });

  it('that was signed out, while another of the same person goes on', async () => {
    const { id, client, cookie, ...rest } = await session();
    const { rows } = await gate.sql.query<{ token: string }>(`SELECT token FROM auth.session WHERE "userId" = $1 AND token <> $2`, [
      id,
      rest.token,
    ]);
    const other = `${NAME}=${signedValue(rows[0]!.token, gate.config.secret)}`;
    const answer = await client.post('/api/auth/sign-out');
    expect(answer).toMatchObject({ status: 200, body: { success: true } });
    expect(String(answer.headers['set-cookie'])).toMatch(/gate\.session_token=;.*Max-Age=0/);
    expect(await verdicts(cookie)).toEqual([null, null]);
    expect(await verdicts(other)).toEqual([id, id]);
  });

  it('of an account that is gone', async () => {
    const made = await session();
    await gate.sql.query('DELETE FROM auth."user" WHERE id = $1', [made.id]);
    expect(await verdicts(made.cookie)).toEqual([null, null]);
  });

  it('that better-auth renewed', async () => {
    const made = await session();
    await age(made);
    const before = await row(made);
    const { headers } = await auth.api.getSession({ headers: new Headers({ cookie: made.cookie }), returnHeaders: true });
    const renewed =
      headers
        .getSetCookie()
        .find((one) => one.startsWith(NAME))
        ?.split(';')[0] ?? '';
    expect((await row(made))!.expires.getTime()).toBeGreaterThan(before!.expires.getTime());
    expect([await verdicts(renewed), await verdicts(made.cookie)]).toEqual([
      [made.id, made.id],
      [made.id, made.id],
    ]);
  });

  it('that we renewed, as better-auth would have', async () => {
    const [ours, theirs] = [await session(), await session()];
    await Promise.all([age(ours), age(theirs)]);
    const answer = await gate.visitor.get('/api/v1/me', { cookie: ours.cookie });
    const { headers } = await auth.api.getSession({ headers: new Headers({ cookie: theirs.cookie }), returnHeaders: true });
    const attributes = (cookies: string[]) =>
      cookies
        .find((one) => one.startsWith(NAME))
        ?.split(/;\s*/)
        .slice(1)
        .sort();
    expect(attributes([answer.headers['set-cookie']].flat().map(String))).toEqual(attributes(headers.getSetCookie()));
    const [a, b] = [await row(ours), await row(theirs)];
    expect(Math.abs(a!.expires.getTime() - b!.expires.getTime())).toBeLessThan(60_000);
    expect(Date.now() - a!.updated.getTime()).toBeLessThan(60_000);
    const again = await gate.visitor.get('/api/v1/me', { cookie: ours.cookie });
    expect(again.headers['set-cookie']).toBeUndefined();
    expect(await verdicts(ours.cookie)).toEqual([ours.id, ours.id]);
  });
});

/** As if the session had been used last two days ago. */
const age = ({ token }: Session): Promise<unknown> =>
  gate.sql.query(
    `UPDATE auth.session SET "updatedAt" = now() - interval '2 days', "expiresAt" = now() + interval '5 days' WHERE token = $1`,
    [token],
  );

it('better-auth finds nothing to add to the tables our migration made', async () => {
  const { getMigrations } = await import('better-auth/db/migration');
  const { toBeCreated, toBeAdded } = await getMigrations(auth.options);
  expect({ toBeCreated, toBeAdded }).toEqual({ toBeCreated: [], toBeAdded: [] });
});
