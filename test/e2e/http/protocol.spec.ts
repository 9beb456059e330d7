import { createConnection } from 'node:net';
import { type Answer, type Client, signUp } from '../../support/client.js';
import { startApp, type TestApp } from '../../support/e2e.js';

const PROBLEM = 'application/problem+json; charset=utf-8';
let gate: TestApp;
let client: Client;
beforeAll(async () => {
  gate = await startApp({ listen: true, config: { role: 'web' } });
  client = (await signUp(gate.visitor)).client;
});
afterAll(() => gate.close());

/** What the server answers to these very bytes. */
function raw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(gate.config.port, '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.setEncoding('utf8').on('data', (part: string | Buffer) => (answer += part.toString()));
    socket.on('close', () => resolve(answer)).on('error', reject);
  });
}
const get = (path: string, ...headers: string[]): Promise<string> =>
  raw([`GET ${path} HTTP/1.1`, 'Host: 127.0.0.1', 'Connection: close', ...headers, '', ''].join('\r\n'));

const patch = (payload: string, headers: object = {}) =>
  gate.app
    .inject({ method: 'PATCH', url: '/api/v1/me', headers: { 'content-type': 'application/json', ...identity(), ...headers }, payload })
    .then(({ statusCode, headers: given, body }): Answer => ({ status: statusCode, headers: given, body: JSON.parse(body) }));
const identity = () => (client as unknown as { identity: Record<string, string> }).identity;

const expectProblem = (answer: Answer, status: number, code: string) => {
  expect(answer).toMatchObject({ status, headers: { 'content-type': PROBLEM }, body: { type: 'about:blank', status, code } });
  expect(answer.body).toMatchObject({ title: expect.any(String), detail: expect.any(String) });
  expect(answer.body.instance).toBe(`urn:gate:request:${String(answer.headers['x-request-id'])}`);
};

describe('a body', () => {
  it.each([
    ['cut short', '{"timeZone":'],
    ['with a word too many', '{} {}'],
    ['in single quotes', "{'timeZone': 'UTC'}"],
    ['with a name that changes prototypes', '{"__proto__": {"administrator": true}}'],
    ['with a name that changes constructors', '{"constructor": {"prototype": {"administrator": true}}}'],
    ['that is a number nobody can write', '{"timeZone": 1e}'],
  ])('%s is 400', async (_, text) => expectProblem(await patch(text), 400, 'request.invalid-json'));

  it.each([
    ['a list', '[]'],
    ['a text', '"UTC"'],
    ['null', 'null'],
    ['a number', '7'],
  ])('that is %s is 400', async (_, text) => expectProblem(await patch(text), 400, 'request.invalid'));

  it('that is announced and empty is none', async () => expectProblem(await patch(''), 400, 'request.invalid'));

  it('may have 256 KiB and not a byte more', async () => {
    const body = (size: number): string => `{"name":"${'a'.repeat(size - 11)}"}`;
    expectProblem(await patch(body(256 * 1024)), 400, 'request.invalid');
    expectProblem(await patch(body(256 * 1024 + 1)), 413, 'request.too-large');
  });

  it('may have that in parts whose sum nobody announced', async () => {
    const part = `${(65_536).toString(16)}\r\n${'a'.repeat(65_536)}\r\n`;
    const head = [
      'PATCH /api/v1/me HTTP/1.1',
      'Host: 127.0.0.1',
      'Connection: close',
      'Content-Type: application/json',
      'Transfer-Encoding: chunked',
    ];
    const answer = await raw([...head, `Cookie: ${identity().cookie}`, '', `${part.repeat(5)}0\r\n\r\n`].join('\r\n'));
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  });
});

describe('an address', () => {
  it('that leads nowhere is 404, whatever the method and the caller', async () => {
    for (const caller of [gate.visitor, client])
      for (const method of ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'] as const)
        expectProblem(await caller.send(method, '/api/v1/nowhere', method === 'GET' ? undefined : {}), 404, 'request.not-found');
  });

  it('that takes another method says which', async () => {
    const answer = await client.delete('/api/v1/offers');
    expectProblem(answer, 405, 'request.method-not-allowed');
    expect(answer.headers.allow).toBe('GET, POST');
  });

  it.each([
    '/api/v1/offers/%zz',
    '/api/v1/%',
    '/%ff%fe',
    '/api/v1/offers/%00',
    '/api/v1/offers/..%2f..%2fetc',
    '/api/v1/code-lists/country%0d%0aX:y',
  ])('that is badly written (%s) is 400 or 404, as a problem', async (path) => {
    const answer = await get(path);
    expect(answer).toMatch(/^HTTP\/1\.1 40[04] /);
    expect(answer).toMatch(/content-type: application\/problem\+json/i);
    expect(answer).not.toMatch(/\r\nX:y/i);
  });

  it.each(['/api/v1/offers?limit=%zz', '/api/v1/offers?%ff=1', '/api/v1/offers?state=%00', '/api/v1/offers?limit=1&limit=2'])(
    'with a bad query (%s) is 400',
    async (path) => expect(await get(path)).toMatch(/^HTTP\/1\.1 400 /),
  );

  it('may be long: a query of 12,000 characters is judged by its content', async () => {
    expectProblem(await client.get(`/api/v1/search?q=${'a'.repeat(12_000)}`), 400, 'request.invalid');
    expect((await client.get(`/api/v1/offers/${'a'.repeat(5_000)}`)).status).toBeLessThan(500);
  });

  it('that is longer than a head may be is refused without an answer of ours', async () => {
    expect(await get(`/api/v1/search?q=${'a'.repeat(20_000)}`)).toMatch(/^HTTP\/1\.1 431 /);
  });

  it('is the same however it is written, rules included', async () => {
    const answer = await client.get('/%61pi/v1/me');
    expect(answer).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } });
  });
});

describe('HEAD and OPTIONS', () => {
  it.each([
    ['/api/v1/offers', 200],
    ['/api/v1/me', 401],
    ['/api/v1/nowhere', 404],
  ])('HEAD is GET without a body, and as closed: %s is %i', async (path, status) => {
    const answer = await raw(`HEAD ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer.split('\r\n\r\n')).toEqual([expect.any(String), '']);
  });

  it('OPTIONS opens nothing to other sites', async () => {
    const { statusCode, headers } = await gate.app.inject({
      method: 'OPTIONS',
      url: '/api/v1/offers',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    });
    expect(statusCode).toBe(405);
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('a request id', () => {
  it.each(['abcdefgh', 'A-b_c.9'.repeat(9), '6f1c1f5e-0e5c-4b0e-9d3c-0f8f1f4f7a11'])(
    'is given back when it is a decent one: %s',
    async (id) => {
      const { headers, body } = await client.get('/api/v1/nowhere', { 'x-request-id': id });
      expect([headers['x-request-id'], body.instance]).toEqual([id, `urn:gate:request:${id}`]);
    },
  );

  it.each(['short', 'a'.repeat(65), 'with a space', 'mark<script>up', 'quote"quote"', '${jndi:ldap://x}', 'ünïcödé-id'])(
    'is ours when the one that came is not: %s',
    async (id) => {
      const { headers } = await client.get('/api/v1/me', { 'x-request-id': id });
      expect(headers['x-request-id']).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
    },
  );
});

describe('headers of every answer', () => {
  const paths = ['/', '/api/v1/offers', '/api/v1/me', '/api/v1/nowhere', '/api/docs', '/en/welcome', '/health/live'];
  it.each(paths)('of %s keep it from being framed, sniffed or fed with scripts', async (path) => {
    const { headers } = await gate.visitor.get(path);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'content-security-policy': expect.stringMatching(/default-src 'none'.*frame-ancestors 'none'/),
    });
    expect(headers['content-security-policy']).not.toMatch(/unsafe|\*|http:/);
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('strict-transport-security');
  });

  it('keep what depends on the caller out of shared caches', async () => {
    for (const path of ['/api/v1/me', '/api/v1/offers', '/api/v1/nowhere'])
      expect((await client.get(path)).headers['cache-control']).toBe('no-store');
    expect((await client.get('/api/v1/code-lists/country')).headers['cache-control']).toMatch(/^private/);
  });

  it('keep an answer that renews a session out of every cache', async () => {
    await gate.sql.query(`UPDATE auth.session SET "updatedAt" = now() - interval '2 days'`);
    const { headers } = await client.get('/api/v1/code-lists/country');
    expect(headers).toMatchObject({ 'set-cookie': expect.stringContaining('gate.session_token'), 'cache-control': 'no-store' });
  });
});
