import type { Answer } from '../support/client.js';
import { signUp } from '../support/client.js';
import { startApp, type TestApp } from '../support/e2e.js';

let gate: TestApp;
beforeAll(async () => (gate = await startApp({ config: { role: 'web' } })));
afterAll(() => gate.close());

const page = (path: string, headers: Record<string, string> = {}) => gate.visitor.get(path, { accept: 'text/html', ...headers });
const send = (path: string, fields: Record<string, string | string[]>, headers: Record<string, string> = {}) =>
  gate.app.inject({
    method: 'POST',
    url: path,
    authority: new URL(gate.baseUrl).host,
    headers: { origin: gate.baseUrl, 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html', ...headers },
    payload: new URLSearchParams(
      Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one])),
    ).toString(),
  });
const cookies = (answer: Pick<Answer, 'headers'>): string =>
  [answer.headers['set-cookie'] ?? []]
    .flat()
    .map((cookie) => String(cookie).split(';')[0])
    .join('; ');

describe('addresses by language', () => {
  it.each([
    ['fr-CH, fr;q=0.9, en;q=0.8', '/fr'],
    ['ar', '/ar'],
    ['sw', '/en'],
    ['', '/en'],
  ])('"%s" is read at %s', async (accepted, to) => {
    const { status, headers } = await page('/', { 'accept-language': accepted });
    expect([status, headers.location]).toEqual([302, to]);
  });

  it('keep the page and what is asked of it', async () => {
    expect((await page('/sign-in?next=%2Fneeds')).headers.location).toBe('/en/sign-in?next=%2Fneeds');
  });

  it('remember the language read last', async () => {
    const first = await page('/zh');
    expect((await page('/sign-in', { cookie: cookies(first) })).headers.location).toBe('/zh/sign-in');
  });

  it('speak the language, in its direction, and name the others', async () => {
    const { status, body } = await page('/ar');
    expect(status).toBe(200);
    expect(body).toContain('<html lang="ar" dir="rtl"');
    expect(body).toContain(`hreflang="pt" href="${gate.baseUrl}/pt"`);
    expect(body).not.toMatch(/home\.|layout\./);
  });

  it('lead nowhere where there is no page, in that language', async () => {
    for (const path of ['/fr/api/v1/me', '/fr/health/live', '/fr/no-such-page', '/fr/assets/gate.css']) {
      const { status, headers, body } = await page(path);
      expect({ path, status, type: headers['content-type'] }).toEqual({ path, status: 404, type: 'text/html; charset=utf-8' });
      expect(body).toContain('<html lang="fr"');
    }
    expect((await gate.visitor.get('/api/v1/nothing')).body.code).toBe('request.not-found');
  });
});

describe('a page', () => {
  it('is sent small', async () => {
    const { headers } = await page('/en', { 'accept-encoding': 'br' });
    expect(headers['content-encoding']).toBe('br');
  });

  it('has styles and a script that may be kept for ever', async () => {
    const { body } = await page('/en');
    for (const address of [...String(body).matchAll(/"(\/assets\/[^"]+)"/g)].map(([, found]) => String(found))) {
      const { status, headers } = await page(address, { 'accept-encoding': 'br' });
      expect({ address, status, encoding: headers['content-encoding'], cache: headers['cache-control'] }).toEqual({
        address,
        status: 200,
        encoding: 'br',
        cache: 'public, max-age=31536000, immutable',
      });
    }
  });

  it('holds its own scripts and styles alone', async () => {
    const { headers, body } = await page('/en');
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(body).not.toMatch(/<script(?![^>]*src=)|\sstyle=|\son\w+=/);
  });
});

describe('signing in by a form', () => {
  const password = 'correct horse battery staple 9';

  it('leads where a person wanted to go', async () => {
    const { email } = await signUp(gate.visitor);
    const answer = await send('/en/sign-in', { email, password, next: '/notifications' });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/en/notifications']);
    const home = await page('/en', { cookie: cookies(answer) });
    expect(home.body).toContain('Ada Test');
    const out = await send('/en/sign-out', {}, { cookie: cookies(answer) });
    expect(out.headers.location).toBe('/en');
    expect((await page('/en', { cookie: cookies(out) })).body).toContain('You have signed out.');
  });

  it('says beside the form what is wrong, and keeps all but the password', async () => {
    const answer = await send('/fr/sign-in', { email: 'nobody@test.invalid', password: 'not the right one' });
    expect(answer.statusCode).toBe(401);
    expect(answer.body).toContain('nobody@test.invalid');
    expect(answer.body).not.toContain('not the right one');
    expect(answer.body).toContain('govuk-error-summary');
    const empty = await send('/en/sign-up', { name: '', email: 'ana', password: 'short' });
    expect(empty.statusCode).toBe(422);
    for (const field of ['name', 'email', 'password']) expect(empty.body).toContain(`href="#${field}"`);
  });

  it('again sends a form whose session had ended where it was going, with every word of it', async () => {
    const { email, client } = await signUp(gate.visitor);
    const late = await send('/fr/account', { name: 'Long <words>', languages: ['fr', 'en'] });
    expect([late.statusCode, late.body]).toEqual([401, expect.stringContaining('value="Long &lt;words>"')]);
    const kept = [...late.body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]);
    expect(kept).toEqual(
      expect.arrayContaining([
        ['languages', 'fr'],
        ['languages', 'en'],
        ['session.next', '/account'],
      ]),
    );
    const again = { name: 'Long <words>', languages: ['fr', 'en'], 'session.next': '/account', 'session.email': email };
    const wrong = await send('/fr/sign-in/again', { ...again, 'session.password': 'not the right one' });
    expect([wrong.statusCode, wrong.body]).toEqual([401, expect.stringContaining('value="Long &lt;words>"')]);
    expect(wrong.body).not.toContain('not the right one');
    const right = await send('/fr/sign-in/again', { ...again, 'session.password': password });
    expect([right.statusCode, right.headers.location]).toEqual([307, '/fr/account']);
    expect(
      (await gate.visitor.withCookies({ status: right.statusCode, headers: right.headers, body: right.body }).get('/api/v1/me')).body.id,
    ).toBe((await client.get('/api/v1/me')).body.id);
  });

  it('keeps the words of a form with a file whose session had ended, but for the file', async () => {
    const form = new FormData();
    form.append('title', 'Plan of the well');
    form.append('file', new Blob(['x'], { type: 'application/pdf' }), 'plan.pdf');
    const { status, body } = await gate.visitor.send('POST', '/en/my/imports/new', form, { accept: 'text/html' });
    expect([status, body]).toEqual([401, expect.stringContaining('name="title" value="Plan of the well"')]);
  });
});
