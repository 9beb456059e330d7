import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { TERMS_VERSION } from '../../src/kernel/terms.js';
import { signUp } from '../support/client.js';
import { startApp, type TestApp } from '../support/e2e.js';
import { page, sendForm } from '../support/forms.js';
import { party } from '../support/journey.js';

const PASSWORD = 'mangue bleue sur le toit';
let gate: TestApp;
beforeAll(async () => (gate = await startApp()));
afterAll(() => gate.close());

/** The link of the newest mail of a kind to somebody. */
async function mailed(to: string, what: 'reset' | 'verify' | 'invitation'): Promise<string> {
  await gate.drainJobs();
  const folder = path.join(gate.config.dataDir, 'mail');
  const mails = readdirSync(folder)
    .filter((file) => file.startsWith(what))
    .map((file) =>
      readFileSync(path.join(folder, file), 'utf8')
        .replace(/=\r?\n/g, '')
        .replaceAll('=3D', '='),
    )
    .filter((mail) => mail.includes(to));
  const link = /https?:\/\/\S+/.exec(
    mails
      .at(-1)
      ?.split(/\r?\n\r?\n/)
      .slice(1)
      .join('\n\n') ?? '',
  )?.[0];
  if (!link) throw new Error(`no ${what} for ${to} among ${readdirSync(folder).join(' ')}`);
  return `/en${new URL(link).pathname}${new URL(link).search}`;
}

const signIn = (email: string, password: string) => gate.visitor.post('/api/auth/sign-in/email', { email, password });

describe('a forgotten password', () => {
  it('is set anew by a link that works once, and every session ends', async () => {
    const { client, email } = await signUp(gate.visitor);
    const asked = await sendForm(gate, gate.visitor, '/en/sign-in/reset', { email: email.toUpperCase() });
    expect(asked.status).toBe(200);
    const link = await mailed(email, 'reset');
    expect((await page(gate.visitor, link)).body).toContain(email);
    const weak = await sendForm(gate, gate.visitor, link, { password: 'password1234' });
    expect([weak.status, weak.body]).toEqual([422, expect.stringContaining('easy to guess')]);
    const answer = await sendForm(gate, gate.visitor, link, { password: PASSWORD });
    expect([answer.status, answer.headers.location]).toEqual([303, '/en/sign-in']);
    expect((await client.get('/api/v1/me')).status).toBe(401);
    const again = gate.visitor.withCookies(await signIn(email, PASSWORD));
    expect((await again.get('/api/v1/me')).body.emailVerified).toBe(true);
    expect((await sendForm(gate, gate.visitor, link, { password: 'another horse on the roof' })).status).toBe(410);
    expect((await page(gate.visitor, link)).status).toBe(410);
  });

  it('is answered the same for an address nobody has, and for a disabled account nothing is mailed', async () => {
    const { email, id } = await signUp(gate.visitor);
    await gate.sql.query('UPDATE person SET disabled_at = now() WHERE id = $1', [id]);
    const known = await sendForm(gate, gate.visitor, '/en/sign-in/reset', { email });
    const unknown = await sendForm(gate, gate.visitor, '/en/sign-in/reset', { email: 'nobody@test.invalid' });
    expect(String(unknown.body).replaceAll('nobody@test.invalid', email)).toBe(known.body);
    await expect(mailed(email, 'reset')).rejects.toThrow('no reset');
  });

  it('fills no mailbox: after three links an hour no more are mailed', async () => {
    const { email, id } = await signUp(gate.visitor);
    for (let i = 0; i < 5; i++) await sendForm(gate, gate.visitor, '/en/sign-in/reset', { email });
    const { rowCount } = await gate.sql.query(`SELECT FROM audit_entry WHERE action = 'account.ask-reset' AND subject_id = $1`, [id]);
    expect(rowCount).toBe(3);
  });
});

describe('an e-mail address', () => {
  it('is confirmed by a link that is mailed after joining; until then nobody can be invited', async () => {
    const { client, email } = await signUp(gate.visitor);
    const made = await client.post('/api/v1/organizations', { legalName: 'Confirming', country: 'KE', type: '70', languages: ['en'] });
    const organizationId = String(made.body.id);
    expect((await page(client, '/en/sign-in/reset')).body).toContain('Please confirm your e-mail address');
    const invite = () =>
      client.post(`/api/v1/organizations/${organizationId}/invitations`, { email: 'guest@test.invalid', role: 'editor' });
    expect(await invite()).toMatchObject({ status: 403, body: { code: 'person.email-unverified' } });
    const link = await mailed(email, 'verify');
    expect((await page(gate.visitor, link)).body).toContain(email);
    expect((await client.get('/api/v1/me')).body.emailVerified).toBe(false);
    expect((await sendForm(gate, client, link)).headers.location).toBe('/en/dashboard');
    expect((await client.get('/api/v1/me')).body.emailVerified).toBe(true);
    expect((await page(client, '/en/sign-in/reset')).body).not.toContain('Please confirm your e-mail address');
    expect((await invite()).status).toBe(201);
    expect((await page(gate.visitor, `${link}x`)).status).toBe(410);
  });

  it('gets the link anew when asked, in the language of the page, three times an hour', async () => {
    const { client, email } = await signUp(gate.visitor);
    expect((await sendForm(gate, client, '/fr/verify')).headers.location).toBe('/fr/dashboard');
    await mailed(email, 'verify');
    for (let i = 0; i < 2; i++) await sendForm(gate, client, '/en/verify');
    expect((await sendForm(gate, client, '/en/verify')).status).toBe(429);
  });
});

it('the terms are kept with their version and moment', async () => {
  const { id } = await signUp(gate.visitor);
  const { rows } = await gate.sql.query('SELECT terms_version AS version, terms_accepted_at AS at FROM person WHERE id = $1', [id]);
  expect(rows).toEqual([{ version: TERMS_VERSION, at: expect.any(Date) }]);
});

describe('an invitation', () => {
  it('is read by a visitor, who joins and comes back to it', async () => {
    const host = await party(gate, 'KE', 'Hosts & Co');
    const email = `guest-${process.pid}@test.invalid`;
    expect((await host.client.post(`/api/v1/organizations/${host.organizationId}/invitations`, { email, role: 'editor' })).status).toBe(
      201,
    );
    const link = await mailed(email, 'invitation');
    const shown = await page(gate.visitor, link);
    expect([shown.status, shown.body]).toEqual([200, expect.stringContaining('Hosts &amp; Co')]);
    const next = link.slice(3);
    expect(shown.body).toContain(`/en/sign-up?next=${encodeURIComponent(next)}`);
    const joined = await sendForm(gate, gate.visitor, '/en/sign-up', { name: 'Guest', email, password: PASSWORD, next });
    expect(joined.headers.location).toBe(link);
    const guest = gate.visitor.withCookies(joined);
    const token = new URL(link, gate.baseUrl).searchParams.get('token') ?? '';
    const stranger = await signUp(gate.visitor);
    const refused = await sendForm(gate, stranger.client, '/en/invitations/accept', { token });
    expect([refused.status, refused.body]).toEqual([403, expect.stringContaining('another address')]);
    const clicks = await Promise.all([1, 2].map(() => sendForm(gate, guest, '/en/invitations/accept', { token })));
    expect(clicks.map(({ location }) => location)).toEqual(['/en/organization', '/en/organization']);
    expect((await sendForm(gate, stranger.client, '/en/invitations/accept', { token })).status).toBe(403);
    expect((await page(guest, link)).status).toBe(410);
    expect((await page(guest, '/en/invitations/accept?token=nonsense')).status).toBe(410);
  });
});

it('a mail is stopped by its link, first asked on a page, or by the one click of a mail program', async () => {
  for (const token of ['', 'nonsense', 'a.b']) {
    expect((await page(gate.visitor, `/en/unsubscribe?token=${token}`)).status).toBe(404);
    expect((await sendForm(gate, gate.visitor, `/unsubscribe?token=${token}`, { 'List-Unsubscribe': 'One-Click' })).status).toBe(404);
  }
});
