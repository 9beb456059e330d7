import { type Route, RouteInventory } from '../../../src/platform/http/index.js';
import type { Client } from '../../support/client.js';
import { startApp, type TestApp } from '../../support/e2e.js';
import { administrator } from '../../support/journey.js';

let gate: TestApp;
let reviewer: Client;
let routes: readonly Route[];

beforeAll(async () => {
  gate = await startApp({ config: { role: 'web' } });
  reviewer = await administrator(gate);
  // Pages are walked by pages-walk.spec.ts.
  routes = gate.get(RouteInventory).routes.filter(({ isPage }) => !isPage);
});
afterAll(() => gate.close());

const PROBLEM = 'application/problem+json; charset=utf-8';

const nameOf = ({ method, path }: Route): string => `${method} ${path}`;
const names = (found: readonly Route[]): string[] => found.map(nameOf);

const PARAMETERS: Record<string, string> = { scheme: 'country', code: 'KE', country: 'KE' };
const addressOf = ({ path }: Route): string =>
  path.replace(/:(\w+)/g, (_, name: string) => PARAMETERS[name] ?? '00000000-0000-4000-8000-000000000001');

const send = (client: Client, route: Route, body?: object) =>
  client.send(route.method as 'GET', addressOf(route), body, { 'if-match': '"1"' });

/** What tells which form a body has to have. */
const FORM_OF: Record<string, object> = { 'POST /api/v1/offers': { kind: 'technology' } };

describe('every route', () => {
  it('says who may call it', () => {
    expect(routes.length).toBeGreaterThan(90);
    expect(names(routes.filter(({ policy }) => policy === undefined))).toEqual([]);
  });

  it('is there once', () => {
    expect(names(routes).sort()).toEqual([...new Set(names(routes))].sort());
  });

  it('is closed to visitors unless it is public', async () => {
    const closed = routes.filter(({ policy }) => policy?.kind === 'can');
    const answers = await Promise.all(closed.map(async (route) => ({ route: nameOf(route), ...(await send(gate.visitor, route, {})) })));
    expect(answers.filter(({ status, body }) => status !== 401 || body.code !== 'auth.required').map(({ route }) => route)).toEqual([]);
    for (const { headers } of answers)
      expect(headers).toMatchObject({ 'content-type': PROBLEM, 'www-authenticate': 'Bearer realm="gate"' });
  });

  it('refuses fields it does not know, by name', async () => {
    const takers = routes.filter(({ inputs }) => inputs.some((input) => input.in === 'body'));
    expect(names(takers.filter(({ inputs }) => inputs.some(({ in: source, schema }) => source === 'body' && !schema)))).toEqual([]);
    for (const route of takers) {
      const { status, headers, body } = await send(reviewer, route, { 'no-such-field': 1, ...FORM_OF[nameOf(route)] });
      expect({ route: nameOf(route), status, type: headers['content-type'] }).toEqual({
        route: nameOf(route),
        status: 400,
        type: PROBLEM,
      });
      expect(body.errors).toContainEqual(expect.objectContaining({ path: 'no-such-field', code: 'unknown' }));
    }
  });

  it('refuses query parameters it does not know, by name', async () => {
    const takers = routes.filter(({ inputs }) => inputs.some((input) => input.in === 'query'));
    expect(takers.length).toBeGreaterThan(10);
    for (const route of takers) {
      const { status, body } = await reviewer.get(`${addressOf(route)}?no-such-field=1`);
      expect({ route: nameOf(route), status }).toEqual({ route: nameOf(route), status: 400 });
      expect(body.errors).toContainEqual(expect.objectContaining({ path: 'no-such-field' }));
    }
  });

  it('leads nowhere with an id that is none', async () => {
    const withId = routes.filter(({ path }) => /:(id|\w+Id)\b/.test(path));
    expect(withId.length).toBeGreaterThan(50);
    for (const route of withId) {
      const nowhere = addressOf({ ...route, path: route.path.replace(/:(id|\w+Id)\b/g, 'nonsense') });
      const { status } = await reviewer.send(route.method as 'GET', nowhere, undefined, { 'if-match': '"1"' });
      // A body that is due may be missed before the address is looked up.
      const expected = route.method === 'GET' ? [404] : [400, 404];
      if (!expected.includes(status)) throw new Error(`${nameOf(route)} answered ${status}`);
    }
  });
});
