import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { z } from 'zod';

type Json = Record<string, unknown>;
interface Responses {
  [status: string]: { content?: Record<string, { schema: Json }> };
}
interface Description {
  paths: Record<string, Record<string, { responses: Responses }>>;
  components: { schemas: { Problem: Json } };
}
interface Exchange {
  method: string;
  url: string;
  status: number;
  type: string;
  body: unknown;
}

/** Holds answers to what /api/openapi.json says of them, as a program would that was written from it. */
export class Contract {
  private static readonly known = new WeakMap<NestFastifyApplication, Promise<Contract | null>>();
  private readonly patterns: { pattern: RegExp; path: string }[];
  private readonly schemas = new Map<string, z.ZodType>();

  private constructor(private readonly description: Description) {
    // Addresses in full words go before those with a parameter in the same place.
    const paths = Object.keys(description.paths).sort((a, b) => a.split('{').length - b.split('{').length);
    this.patterns = paths.map((path) => ({ path, pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`) }));
  }

  /** Null for a process that serves no pages and no API. */
  static of(app: NestFastifyApplication): Promise<Contract | null> {
    const found = Contract.known.get(app) ?? Contract.read(app);
    Contract.known.set(app, found);
    return found;
  }

  private static async read(app: NestFastifyApplication): Promise<Contract | null> {
    const { statusCode, body } = await app.inject({ method: 'GET', url: '/api/openapi.json' });
    return statusCode === 200 ? new Contract(JSON.parse(body) as Description) : null;
  }

  /** @throws Error when a route answers what is not written. */
  check({ method, url, status, type, body }: Exchange): void {
    const path = this.patterns.find(({ pattern }) => pattern.test(url.split('?')[0] ?? ''))?.path;
    const operation = path === undefined ? undefined : this.description.paths[path]?.[method.toLowerCase()];
    if (!operation || path === '/api/openapi.json') return;
    const what = `${method} ${path} ${status}`;
    if (status >= 400) {
      if (!type.startsWith('application/problem+json')) throw new Error(`${what} is told as ${type}`);
      this.hold(`${what.slice(0, -4)} problem`, this.description.components.schemas.Problem, body);
      return;
    }
    const written = operation.responses[status];
    if (!written) throw new Error(`${what} is not in /api/openapi.json`);
    const schema = written.content?.['application/json']?.schema;
    if (schema) this.hold(what, schema, body);
    else if (written.content) {
      if (!Object.hasOwn(written.content, type.split(';')[0] ?? '')) throw new Error(`${what} is ${type}, which is not described`);
    } else if (type.includes('json')) throw new Error(`${what} has a body that is not described`);
  }

  private hold(what: string, written: Json, body: unknown): void {
    const schema = this.schemas.get(what) ?? z.fromJSONSchema(written);
    this.schemas.set(what, schema);
    const { error } = schema.safeParse(body);
    if (error) throw new Error(`${what} is not what /api/openapi.json says:\n${z.prettifyError(error)}`);
  }
}
