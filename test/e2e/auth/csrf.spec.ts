import { type Headers, signUp } from '../../support/client.js';
import { startApp, type TestApp } from '../../support/e2e.js';

let gate: TestApp;
let cookie: string;
let key: string;
beforeAll(async () => {
  gate = await startApp({ config: { role: 'web' } });
  const { client, email, password } = await signUp(gate.visitor);
  key = (await client.post('/api/v1/me/keys', { name: 'k' })).body.key;
  const answer = await gate.visitor.post('/api/auth/sign-in/email', { email, password });
  cookie = String([answer.headers['set-cookie']].flat()[0]).split(';')[0] ?? '';
});
afterAll(() => gate.close());

/** Exactly these headers, as a browser on some site or a program would send them. */
async function patchMe(headers: Headers, payload = '{"timeZone":"Africa/Nairobi"}') {
  const authority = new URL(gate.baseUrl).host;
  const { statusCode, body } = await gate.app.inject({ method: 'PATCH', url: '/api/v1/me', authority, headers, payload });
  return { status: statusCode, body: JSON.parse(body) as { code?: string } };
}

const json = { 'content-type': 'application/json' };
const session = (): Headers => ({ ...json, cookie });
const machine = (): Headers => ({ ...json, authorization: `Bearer ${key}` });

describe('a change with a cookie', () => {
  it.each<[string, Headers]>([
    ['this site', { origin: 'http://127.0.0.1:3000' }],
    ['this site, as browsers say it', { 'sec-fetch-site': 'same-origin', origin: 'http://127.0.0.1:3000' }],
    ['the address line', { 'sec-fetch-site': 'none' }],
    ['a program, which names no site', {}],
  ])('is taken from %s', async (_, headers) => expect((await patchMe({ ...session(), ...headers })).status).toBe(200));

  it.each<[string, Headers]>([
    ['another site', { origin: 'https://evil.example' }],
    ['another site, as browsers say it', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['a neighbour below the same domain', { 'sec-fetch-site': 'same-site', origin: 'http://other.127.0.0.1:3000' }],
    ['another port', { origin: 'http://127.0.0.1:3001' }],
    ['a name that begins like ours', { origin: 'http://127.0.0.1:3000.evil.example' }],
    ['a page without an origin', { origin: 'null' }],
    ['another site that says nothing of itself but where it is', { 'sec-fetch-site': 'cross-site' }],
    ['somebody who says two things', { 'sec-fetch-site': 'same-origin, cross-site' }],
  ])('is refused from %s', async (_, headers) =>
    expect(await patchMe({ ...session(), ...headers })).toMatchObject({ status: 403, body: { code: 'request.cross-origin' } }),
  );
});

it('signing in and out from another site is refused too', async () => {
  const foreign = { origin: 'https://evil.example' };
  expect((await gate.visitor.post('/api/auth/sign-in/email', { email: 'a@b.example', password: 'x' }, foreign)).status).toBe(403);
  expect((await gate.visitor.post('/api/auth/sign-out', {}, { ...foreign, cookie })).status).toBe(403);
});

it('a key needs no site', async () => {
  expect((await patchMe(machine())).status).toBe(200);
});

describe('a body', () => {
  it.each([
    ['text/plain', 'a form of another site can send it unasked'],
    ['text/plain; charset=application/json', 'the same'],
    ['multipart/form-data; boundary=x', 'nothing here takes files'],
    ['application/x-www-form-urlencoded', 'pages have forms, the interface has none'],
    ['application/xml', 'it is not spoken'],
    ['application/jsonp', 'almost is not enough'],
  ])('that says it is %s is not read: %s', async (type) => {
    for (const headers of [session(), machine()])
      expect(await patchMe({ ...headers, 'content-type': type })).toMatchObject({ status: 415, body: { code: 'request.media-type' } });
  });

  it.each(['application/json; charset=utf-8', 'Application/JSON'])('that says it is %s is JSON', async (type) =>
    expect((await patchMe({ ...machine(), 'content-type': type })).status).toBe(200),
  );

  it('without a type is refused', async () => {
    const { status } = await patchMe({ authorization: `Bearer ${key}` });
    expect(status).toBe(415);
  });
});
