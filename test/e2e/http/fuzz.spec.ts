import fc from 'fast-check';
import { type Route, RouteInventory } from '../../../src/platform/http/index.js';
import type { Client } from '../../support/client.js';
import { startApp, type TestApp } from '../../support/e2e.js';
import { completeFields } from '../../support/factories/listings.js';
import { administrator, draft, party, type Party, publish } from '../../support/journey.js';

const RUNS = 15;
let gate: TestApp;
let owner: Party;
let callers: Client[];
const ids: Record<string, string> = {};

beforeAll(async () => {
  gate = await startApp({ config: { role: 'web' } });
  owner = await party(gate, 'KE', 'Owner of what is thrown at');
  await gate.sql.query(`UPDATE organization SET level = 'verified'`);
  const reviewer = await administrator(gate);
  callers = [owner.client, reviewer];
  const seeker = await party(gate, 'UG', 'Seeker');
  const offer = await draft(owner, 'offers', { kind: 'technology', ...completeFields('technology') });
  const need = await draft(seeker, 'needs', completeFields('need'));
  await publish(owner, reviewer, offer);
  await publish(seeker, reviewer, need);
  const match = await seeker.client.post('/api/v1/matches', { needId: need.id, offerId: offer.id });
  Object.assign(ids, { organizations: owner.organizationId, providers: owner.organizationId, seekers: owner.organizationId });
  Object.assign(ids, { offers: offer.id, needs: (await draft(owner, 'needs', completeFields('need'))).id, matches: match.body.id });
});
afterAll(() => gate.close());

const addressOf = ({ path }: Route): string => {
  const subject = ids[path.split('/')[3] ?? ''] ?? '00000000-0000-4000-8000-000000000001';
  return path.replace(/:(\w+)/g, (_, name: string) => ({ scheme: 'attribute', code: 'fuzzed', personId: owner.personId })[name] ?? subject);
};

/** A body that is nearly right, by the end of the route's name. */
function baseOf({ path }: Route): object {
  const { organizationId, personId } = owner;
  const listing = {
    organizationId,
    language: 'en',
    countriesRefused: ['SD'],
    languages: ['en'],
    interpreter: true,
    contactPersonId: personId,
  };
  const bodies: Record<string, object> = {
    offers: {
      ...listing,
      ...completeFields('technology'),
      kind: 'technology',
      specifications: [{ attribute: 'water-output', min: 1, max: 2 }],
      countriesOffered: ['KE'],
    },
    needs: {
      ...listing,
      ...completeFields('need'),
      requirements: [{ attribute: 'off-grid', comparator: '=', value: true, must: true }],
      budget: { max: 5, currency: 'USD' },
    },
    matches: { needId: ids.needs, offerId: ids.offers, note: 'Hello' },
    organizations: { legalName: 'Fuzzed', country: 'KE', type: '70', languages: ['en'], website: 'https://example.org' },
    providers: { statement: 'S', sectors: ['140'], serves: ['KE', 'group:LDC'] },
    seekers: { statement: 'S', sectors: ['140'] },
    me: { name: 'A', language: 'en', timeZone: 'UTC', organizationId, expiresInDays: 1, role: 'viewer' },
    'code-lists': {
      names: { en: 'F' },
      source: 'S',
      from: '2026-01-01',
      extra: {},
      rates: [{ currency: 'KES', from: '2026-01-01', usdPerUnit: 1, source: 'S' }],
    },
    'country-groups': { periods: [{ from: '2026-01-01', to: '2027-01-01' }], source: 'S' },
    admin: { personId, country: 'KE', role: 'auditor' },
    invitations: { token: 'x'.repeat(43) },
    auth: {
      email: 'fuzz@test.invalid',
      name: 'F',
      password: 'wrong horse of mine',
      currentPassword: 'x',
      newPassword: 'right horse of mine',
    },
  };
  const transition = {
    reason: 'price',
    note: 'N',
    until: '2027-01-01',
    status: 'talking',
    value: 1,
    currency: 'USD',
    quantities: [{ value: 1, unit: 'kW' }],
  };
  const area = path.split('/')[path.startsWith('/api/auth') ? 2 : 3] ?? '';
  return /:id\/[a-z-]+$/.test(path) && area !== 'admin' ? { ...transition, email: 'a@b.example', role: 'viewer' } : (bodies[area] ?? {});
}

const NASTY = [
  ...[
    null,
    true,
    [],
    {},
    [[]],
    '',
    ' ',
    '\0',
    '\ud800',
    '\u202e',
    '__proto__',
    'constructor',
    "' OR 1=1 --",
    '${7*7}',
    '../../etc/passwd',
    '%00',
  ],
  ...[0, -0, -1, 0.1, 1e308, -1e308, 2 ** 31, 2 ** 53, 5e-324, '1e9', 'NaN', 'Infinity', 'infinity', 'true'],
  ...[
    '2026-02-31',
    '0000-00-00',
    '999999-12-31',
    '-infinity',
    '2026-01-01T00:00:00Z',
    'KE',
    'ZZ',
    'group:LDC',
    'region:014',
    'en-',
    'x-default',
    'a'.repeat(30_000),
  ],
  ...[
    { '': '' },
    { a: { a: { a: {} } } },
    { __proto__: null, length: -1 },
    Array(500).fill('KE'),
    Array(500).fill(null),
    ['KE', 'KE'],
    { min: 2, max: 1 },
  ],
];
const value = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...NASTY) }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) });

/** One or two places of a body, anywhere in it, hold something else. */
const damaged = (base: object): fc.Arbitrary<unknown> =>
  fc.array(fc.record({ place: fc.nat(), value, drop: fc.boolean() }), { minLength: 1, maxLength: 2 }).map((changes) => {
    const body = structuredClone(base) as Record<string, unknown>;
    for (const change of changes) {
      const places = placesOf(body);
      const found = places[change.place % Math.max(1, places.length)];
      if (!found) return change.value;
      if (change.drop && !Array.isArray(found.holder)) delete found.holder[found.key];
      else found.holder[found.key] = structuredClone(change.value);
    }
    return body;
  });

type Holder = Record<string, unknown>;
const placesOf = (holder: Holder): { holder: Holder; key: string }[] =>
  Object.entries(holder).flatMap(([key, inner]) => [
    { holder, key },
    ...(typeof inner === 'object' && inner !== null ? placesOf(inner as Holder) : []),
  ]);

/** Whatever is said is answered in order: never a fault of ours, and every refusal a problem with its code. */
async function expectOrder(client: Client, route: Route, body: unknown): Promise<void> {
  const {
    status,
    headers,
    body: answer,
  } = await client.send(route.method as 'POST', addressOf(route), body as object, { 'if-match': '"1"' });
  expect(status).toBeLessThan(500);
  if (status < 400) return;
  expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(answer).toMatchObject({ status, code: expect.stringMatching(/^[a-z]/), detail: expect.stringMatching(/./) });
  if (status === 400 && answer.errors)
    for (const fault of answer.errors)
      expect({ params: {}, ...fault }).toEqual({
        path: expect.any(String),
        code: expect.any(String),
        message: expect.stringMatching(/./),
        params: expect.any(Object),
      });
}

const takesBody = ({ method, inputs }: Route): boolean => method !== 'GET' && inputs.some((input) => input.in === 'body');

it('every route that takes a body stands whatever is thrown at it', async () => {
  const routes = gate.get(RouteInventory).routes.filter(takesBody);
  expect(routes.length).toBeGreaterThan(50);
  for (const route of routes)
    await fc.assert(
      fc.asyncProperty(
        fc.oneof({ weight: 5, arbitrary: damaged(baseOf(route)) }, { weight: 1, arbitrary: value }),
        fc.constantFrom(...callers),
        (body, client) => expectOrder(client, route, body),
      ),
      { numRuns: RUNS },
    );
}, 120_000);

it('every list stands whatever is asked of it', async () => {
  const routes = gate
    .get(RouteInventory)
    .routes.filter(({ method, inputs }) => method === 'GET' && inputs.some((input) => input.in === 'query' && input.schema));
  const document = (await gate.visitor.get('/api/openapi.json')).body;
  const text = fc.oneof(
    value.map((one) => (typeof one === 'string' ? one.slice(0, 3_000) : JSON.stringify(one).slice(0, 3_000))),
    fc.string(),
  );
  for (const route of routes.filter(({ path }) => path.startsWith('/api/'))) {
    const { parameters } = document.paths[route.path.replace(/:(\w+)/g, '{$1}')].get as { parameters: { name: string; in: string }[] };
    const names = parameters.filter((one) => one.in === 'query').map(({ name }) => name);
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.constantFrom(...names), text, { minKeys: 1, maxKeys: 2 }),
        fc.constantFrom(...callers),
        async (query, client) => {
          const { status, body } = await client.get(`${addressOf(route)}?${new URLSearchParams(query)}`);
          expect([200, 400, 403, 404]).toContain(status);
          if (status === 400) expect(body.code).toMatch(/^(request\.invalid|cursor\.expired)$/);
        },
      ),
      { numRuns: RUNS },
    );
  }
}, 120_000);
