import fc from 'fast-check';
import { type Route, RouteInventory } from '../../src/platform/http/index.js';
import type { Client } from '../support/client.js';
import { signUp } from '../support/client.js';
import { startApp, type TestApp } from '../support/e2e.js';
import { administrator, party } from '../support/journey.js';

let gate: TestApp;
let routes: readonly Route[];
let callers: Record<string, Client>;

beforeAll(async () => {
  gate = await startApp({ config: { role: 'web' } });
  routes = gate.get(RouteInventory).routes.filter(({ isPage }) => isPage);
  const [stranger, member] = [await signUp(gate.visitor), await party(gate, 'KE', 'Reader of pages')];
  callers = { visitor: gate.visitor, stranger: stranger.client, member: member.client, administrator: await administrator(gate) };
});
afterAll(() => gate.close());

const nameOf = ({ method, path }: Route): string => `${method} ${path}`;
const addressOf = ({ path }: Route, id = '00000000-0000-4000-8000-000000000001'): string =>
  `/en${path === '/' ? '' : path}`.replace(/:(\w+)/g, (_, name: string) => (/id$/i.test(name) ? id : 'XX'));

/** As a browser sends a form. */
const submit = (client: Client, url: string, fields: Record<string, string>) =>
  gate.app.inject({
    method: 'POST',
    url,
    authority: new URL(gate.baseUrl).host,
    headers: { ...client.headers, 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
    payload: new URLSearchParams(fields).toString(),
  });

describe('every page', () => {
  it('says who may read it, and is there once', () => {
    expect(routes.length).toBeGreaterThan(4);
    expect(routes.filter(({ policy }) => policy === undefined).map(nameOf)).toEqual([]);
    expect(routes.map(nameOf)).toHaveLength(new Set(routes.map(nameOf)).size);
  });

  it('that is closed leads visitors to the sign-in page, and keeps what they send', async () => {
    for (const route of routes.filter(({ policy }) => policy?.kind === 'can')) {
      const url = addressOf(route);
      if (route.method === 'GET') {
        const { status, headers } = await gate.visitor.get(url);
        expect([nameOf(route), status, headers.location]).toEqual([
          nameOf(route),
          303,
          `/en/sign-in?next=${encodeURIComponent(url.slice(3))}`,
        ]);
      } else {
        const answer = await submit(gate.visitor, url, { note: 'words <kept>', password: 'never-kept' });
        expect([nameOf(route), answer.statusCode]).toEqual([nameOf(route), 401]);
        expect(answer.body).toContain('value="words &lt;kept>"');
        expect(answer.body).not.toContain('never-kept');
      }
    }
  });

  it('answers HTML to everybody, and fails for nobody, whatever the address', async () => {
    for (const route of routes.filter(({ method }) => method === 'GET'))
      for (const [who, client] of Object.entries(callers))
        for (const id of [undefined, 'nonsense', '%00', "'; --"]) {
          const { status, headers } = await client.get(addressOf(route, id), { accept: 'text/html' });
          if (status >= 500) throw new Error(`${nameOf(route)} (${id ?? 'unknown id'}) answered ${who} ${status}`);
          if (status < 300 || status >= 400)
            expect([nameOf(route), headers['content-type']]).toEqual([
              nameOf(route),
              expect.stringMatching(/^(text\/html|application\/(atom\+)?xml|text\/csv|application\/pdf)/),
            ]);
        }
  }, 120_000);

  it('fails for no form, whatever is written into it', async () => {
    const field = fc.oneof(
      fc.constantFrom('title', 'name', 'email', 'reason', 'version', 'next', '__proto__', 'codes', 'rows.0.value', 'constructor.prototype'),
      fc.string({ maxLength: 20 }),
    );
    const value = fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.constantFrom('\0', '-1', '1e999', 'true', '[]', '9'.repeat(400), '\u202eabc', '../../etc'),
    );
    for (const route of routes.filter(({ method }) => method === 'POST'))
      for (const [who, client] of Object.entries(callers))
        await fc.assert(
          fc.asyncProperty(fc.dictionary(field, value, { maxKeys: 6 }), async (fields) => {
            const { statusCode } = await submit(client, addressOf(route), fields);
            if (statusCode >= 500) throw new Error(`${nameOf(route)} answered ${who} ${statusCode}`);
          }),
          { numRuns: 5 },
        );
  }, 120_000);
});
