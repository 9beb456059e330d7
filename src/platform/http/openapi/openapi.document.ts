import { z } from 'zod';
import type { AnswerOptions } from '../answer.decorator.js';
import type { Route, RouteInput } from '../route-inventory.js';

type Json = Record<string, unknown>;

const PROBLEM_SCHEMA = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail', 'instance'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stable, for machines: `area.reason`.' },
    detail: { type: 'string', description: 'For people.' },
    instance: { type: 'string', description: 'The request id.' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          path: { type: 'string' },
          code: { type: 'string' },
          message: { type: 'string' },
          params: { type: 'object', description: 'The numbers and names in the message.' },
        },
      },
    },
    allowed: { type: 'array', items: { type: 'string' }, description: 'Transitions that are open, with 409.' },
  },
};

const jsonSchema = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' }) as Json;
  return rest;
};

/** OpenAPI 3.1 (whose schemas are JSON Schema 2020-12, what zod writes) from the decorators of the routes. */
export function openApiDocument(routes: readonly Route[], server: string): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes.filter(({ path }) => path.startsWith('/api/'))) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[route.method.toLowerCase()] = operation(route);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'GATE',
      version: '1',
      description: 'South-South Global Assets and Technology Exchange',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: server }],
    paths: Object.fromEntries(Object.entries(paths).sort(([a], [b]) => (a < b ? -1 : 1))),
    components: {
      schemas: { Problem: PROBLEM_SCHEMA },
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'An API key; see POST /api/v1/me/keys.' },
        session: { type: 'apiKey', in: 'cookie', name: `${server.startsWith('https:') ? '__Host-' : ''}gate.session_token` },
      },
      responses: {
        Problem: {
          description: 'What went wrong',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
    security: [{ key: [] }, { session: [] }],
  };
}

function operation(route: Route): Json {
  const body = route.inputs.find((input) => input.in === 'body' && input.schema);
  const policy = route.policy?.kind === 'can' ? route.policy : undefined;
  return {
    operationId: `${route.controller.replace(/Controller$/, '')}.${route.handler}`,
    tags: [route.path.split('/')[3] ?? 'api'],
    ...(route.answer?.summary && { summary: route.answer.summary }),
    ...(policy ? { 'x-policy': policy.action } : { security: [] }),
    parameters: [...parameters(route), ...(route.idempotent ? [IDEMPOTENCY_KEY] : []), ...ifMatch(route)],
    ...(body?.schema && { requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(body.schema, 'input') } } } }),
    ...(route.isUpload && { requestBody: UPLOAD_BODY }),
    responses: {
      [route.status]: { description: 'Done', ...contentOf(route.answer) },
      default: { $ref: '#/components/responses/Problem' },
    },
  };
}

function contentOf({ schema, media }: Pick<AnswerOptions, 'schema' | 'media'> = { schema: null }): Json {
  if (media) return { content: Object.fromEntries(media.map((type) => [type, { schema: { type: 'string', format: 'binary' } }])) };
  return schema ? { content: { 'application/json': { schema: jsonSchema(schema, 'output') } } } : {};
}

const UPLOAD_BODY = {
  required: true,
  content: {
    'multipart/form-data': {
      schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
    },
  },
};

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'One effect for one key, for 48 hours.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
};

const ifMatch = ({ ifMatch: options }: Route): Json[] =>
  options
    ? [
        {
          name: 'If-Match',
          in: 'header',
          required: options.required ?? false,
          description: 'The ETag of the version you read: 412 when there is another one by now.',
          schema: { type: 'string' },
        },
      ]
    : [];

function parameters(route: Route): Json[] {
  const named = route.inputs.filter((input) => input.in !== 'body');
  const inPath = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: schemaOf(named.find((input) => input.in === 'path' && input.name === name)),
  }));
  return [...inPath, ...named.filter((input) => input.in === 'query').flatMap(queryParameters)];
}

const schemaOf = (input: RouteInput | undefined): Json => (input?.schema ? jsonSchema(input.schema, 'input') : { type: 'string' });

/** A query that is checked as a whole is one parameter for each of its keys. */
function queryParameters(input: RouteInput): Json[] {
  if (input.name) return [{ name: input.name, in: 'query', required: false, schema: schemaOf(input) }];
  const { properties = {}, required = [] } = schemaOf(input) as { properties?: Record<string, Json>; required?: string[] };
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    ...(description !== undefined && { description }),
    schema,
  }));
}
