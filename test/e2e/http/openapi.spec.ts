import { type Route, RouteInventory } from '../../../src/platform/http/index.js';
import { startApp, type TestApp } from '../../support/e2e.js';

interface Media {
  content?: Record<string, { schema: unknown }>;
}
interface Operation {
  operationId: string;
  security?: unknown[];
  parameters: { name: string; in: string; required: boolean; schema: unknown }[];
  requestBody?: Media;
  responses: Record<string, Media>;
}
interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
}

let gate: TestApp;
let routes: readonly Route[];
let document: Document;

beforeAll(async () => {
  gate = await startApp({ config: { role: 'web' } });
  routes = gate.get(RouteInventory).routes.filter(({ path }) => /^\/api\/(v1|auth)\//.test(path));
  document = (await gate.visitor.get('/api/openapi.json')).body;
});
afterAll(() => gate.close());

const operationOf = ({ method, path }: Route): Operation | undefined =>
  document.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];

/** Every schema below a node, with where it stands. */
function* nodes(value: unknown, at = '#'): Generator<[at: string, node: Record<string, unknown>]> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield [at, value as Record<string, unknown>];
  for (const [key, inner] of Object.entries(value)) yield* nodes(inner, `${at}/${key}`);
}

const target = (reference: string): unknown =>
  reference
    .slice(2)
    .split('/')
    .reduce<unknown>(
      (node, key) => (node as Record<string, unknown> | undefined)?.[key.replaceAll('~1', '/').replaceAll('~0', '~')],
      document,
    );

describe('the description of the interface', () => {
  it('is OpenAPI 3.1 and holds every route, each under a name of its own', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d$/);
    expect(routes.filter((route) => !operationOf(route)).map(({ method, path }) => `${method} ${path}`)).toEqual([]);
    const ids = Object.values(document.paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId));
    expect(ids).toHaveLength(new Set(ids).size);
  });

  it('says what goes in and what comes out of every route', () => {
    const silent = routes.filter((route) => {
      const operation = operationOf(route);
      const [type = 'application/json'] = route.answer?.media ?? [];
      const answer = operation?.responses[route.status]?.content?.[type]?.schema;
      const bodyDue = route.inputs.some((input) => input.in === 'body');
      const body = operation?.requestBody?.content?.['application/json']?.schema;
      return (bodyDue && !body) || (answer === undefined) !== (route.status === 204) || !operation?.responses.default;
    });
    expect(silent.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });

  it('names the parameters of every path and query', () => {
    for (const route of routes) {
      const { parameters } = operationOf(route)!;
      const inPath = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name);
      expect(parameters.filter((one) => one.in === 'path' && one.required).map(({ name }) => name)).toEqual(inPath);
      expect(parameters.some((one) => one.in === 'query')).toBe(route.inputs.some((input) => input.in === 'query'));
      expect(parameters.some(({ name }) => name === 'Idempotency-Key')).toBe(route.idempotent);
      const ifMatch = parameters.find(({ name }) => name === 'If-Match');
      if (/^PATCH \/api\/v1\/(offers|needs)/.test(`${route.method} ${route.path}`))
        expect(ifMatch).toMatchObject({ in: 'header', required: true });
      if (/^POST \/api\/v1\/(offers|needs|matches)\/:id\/(?!questions)[a-z-]+$/.test(`${route.method} ${route.path}`))
        expect(ifMatch).toMatchObject({ in: 'header', required: false });
    }
  });

  it('asks for no credentials where none are needed, and only there', () => {
    const open = routes.filter((route) => JSON.stringify(operationOf(route)?.security) === '[]');
    expect(open).toEqual(routes.filter(({ policy }) => policy?.kind === 'public'));
  });

  it('refers to nothing that is not in it', () => {
    const references = [...nodes(document)].flatMap(([at, node]) => (typeof node.$ref === 'string' ? [{ at, $ref: node.$ref }] : []));
    expect(references.length).toBeGreaterThan(routes.length - 1);
    expect(references.filter(({ $ref }) => !$ref.startsWith('#/') || target($ref) === undefined)).toEqual([]);
  });

  it('refuses what the routes refuse: bodies with other fields', () => {
    const loose = routes.filter((route) => {
      const schema = operationOf(route)?.requestBody?.content?.['application/json']?.schema as Record<string, unknown> | undefined;
      const forms = (schema?.anyOf ?? schema?.oneOf ?? (schema ? [schema] : [])) as Record<string, unknown>[];
      return forms.some(({ additionalProperties, propertyNames }) => additionalProperties !== false && propertyNames === undefined);
    });
    expect(loose.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });
});

/** The names that scripts rely on: they may gain fields, and never go. */
const NAMES = `
  POST /api/auth/sign-up/email
  POST /api/auth/sign-in/email
  POST /api/auth/sign-out
  GET /api/v1/me
  POST /api/v1/me/organization organizationId
  POST /api/v1/me/keys
  GET /api/v1/me/keys
  DELETE /api/v1/me/keys/{id}
  GET /api/v1/code-lists/{scheme}?q,lang
  POST /api/v1/organizations legalName,country,type,languages,website
  GET /api/v1/organizations?mine
  POST /api/v1/organizations/{id}/verify reason,note
  POST /api/v1/organizations/{id}/reject reason,note
  POST /api/v1/organizations/{id}/suspend reason,note
  POST /api/v1/organizations/{id}/resume reason,note
  POST /api/v1/organizations/{id}/invitations
  POST /api/v1/offers kind,organizationId,language,title,teaser,description,codes,specifications,countriesOffered,countriesRefused,languages,interpreter,contactPersonId,details
  POST /api/v1/needs organizationId,language,title,teaser,description,kinds,codes,country,countriesPreferred,countriesRefused,languages,interpreter,requirements,budget,fundingSought,ownContribution,neededBy,anonymous,contactPersonId,details
  GET /api/v1/matches?needId,offerId,state,kind
  POST /api/v1/matches needId,offerId,note
  GET /api/v1/matches/{id}
  ${['express-interest', 'decline', 'approve', 'reject', 'release', 'withdraw', 'report-outcome'].map((act) => `POST /api/v1/matches/{id}/${act}`).join('\n')}
  GET /api/v1/notifications
  POST /api/v1/notifications/{id}/read
  GET /api/v1/search?q,kind,sdg,crs,country,lang
  GET /api/v1/admin/jobs?state
  POST /api/v1/admin/jobs/{id}/requeue
  ${['offers', 'needs']
    .flatMap((name) => [
      `GET /api/v1/${name}?state,kind,country,mine,limit,after`,
      `GET /api/v1/${name}/{id}`,
      `PATCH /api/v1/${name}/{id}`,
      ...['submit', 'approve', 'request-changes', 'reject', 'withdraw', 'pause', 'resume', 'renew', 'fulfil'].map(
        (act) => `POST /api/v1/${name}/{id}/${act} reason,note`,
      ),
    ])
    .join('\n')}`;

it.each(
  NAMES.trim()
    .split('\n')
    .map((line) => line.trim()),
)('%s', (line) => {
  const [, method = '', path = '', query = '', fields = ''] = /^(\w+) ([^ ?]+)(?:\?(\S+))?(?: (\S+))?$/.exec(line) ?? [];
  const operation = document.paths[path]?.[method.toLowerCase()];
  const schema = operation?.requestBody?.content?.['application/json']?.schema as Record<string, unknown> | undefined;
  const forms = (schema?.anyOf ?? schema?.oneOf ?? [schema ?? {}]) as { properties?: object }[];
  const parameters = operation?.parameters.filter((one) => one.in === 'query').map(({ name }) => name);
  expect(operation).toBeDefined();
  expect(parameters).toEqual(expect.arrayContaining(query.split(',').filter(Boolean)));
  for (const { properties = {} } of forms)
    expect(Object.keys(properties)).toEqual(expect.arrayContaining(fields.split(',').filter(Boolean)));
});
