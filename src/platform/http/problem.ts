import { HttpException } from '@nestjs/common';
import { STATUS_CODES } from 'node:http';
import { DomainError, type ErrorKind, type Fault } from '../../kernel/errors.js';

export const PROBLEM_TYPE = 'application/problem+json';

/** RFC 9457 with our members: a stable `code` for machines, `detail` for people, `errors` by path. */
export interface Problem {
  type: 'about:blank';
  title: string;
  status: number;
  code: string;
  detail: string;
  /** The request id, for whoever asks us about it. */
  instance: string;
  errors?: Fault[];
  allowed?: string[];
}

export interface Answerable {
  problem: Problem;
  headers: Record<string, string>;
  /** True for bugs and outages: they are logged, with nothing of them in the answer. */
  unexpected: boolean;
}

const STATUS: Record<ErrorKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  precondition: 412,
  unprocessable: 422,
  unavailable: 503,
};

const CODES: Partial<Record<number, [code: string, detail: string]>> = {
  400: ['request.malformed', 'The request could not be read.'],
  401: ['auth.required', 'Sign in, or send an API key.'],
  403: ['request.forbidden', 'You may not do this.'],
  404: ['request.not-found', 'There is nothing at this address.'],
  405: ['request.method-not-allowed', 'This address does not take that method.'],
  413: ['request.too-large', 'The body may have at most 256 KiB.'],
  414: ['request.address-too-long', 'The address is too long.'],
  415: ['request.media-type', 'Send application/json.'],
  429: ['request.too-many', 'Too many requests: wait a little.'],
  503: ['service.unavailable', 'The service is not available right now: try again.'],
};

const problem = (status: number, instance: string, known: Partial<Problem>): Problem => {
  const [code, detail] = CODES[status] ?? [`http.${status}`, STATUS_CODES[status] ?? 'Error'];
  return {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    code,
    detail,
    instance: `urn:gate:request:${instance}`,
    ...known,
  };
};

/** Turns whatever was thrown into the answer the caller may see. */
export function problemOf(error: unknown, requestId: string): Answerable {
  if (error instanceof DomainError) return fromDomain(error, requestId);
  if (error instanceof HttpException) return fromHttp(error, requestId);
  if (isOutage(error)) return { problem: problem(503, requestId, {}), headers: { 'retry-after': '2' }, unexpected: true };
  const detail = 'Something went wrong on our side. The request id helps us to find it.';
  return { problem: problem(500, requestId, { code: 'service.fault', detail }), headers: {}, unexpected: true };
}

function fromDomain(error: DomainError, requestId: string): Answerable {
  const { detail, errors, allowed, retryAfterSeconds } = error.details;
  // A retry hint on a refusal means: too many of these.
  const status = error.kind === 'forbidden' && retryAfterSeconds !== undefined ? 429 : STATUS[error.kind];
  const known = { code: error.code, ...(detail && { detail }), ...(errors && { errors }), ...(allowed && { allowed }) };
  const headers: Record<string, string> = {};
  if (retryAfterSeconds !== undefined) headers['retry-after'] = String(Math.max(1, Math.ceil(retryAfterSeconds)));
  else if (status === 503) headers['retry-after'] = '2';
  if (status === 401) headers['www-authenticate'] = 'Bearer realm="gate"';
  return { problem: problem(status, requestId, known), headers, unexpected: false };
}

function fromHttp(error: HttpException, requestId: string): Answerable {
  const status = error.getStatus();
  const body = error.getResponse();
  const ours = typeof body === 'object' && 'code' in body ? (body as Partial<Problem>) : {};
  const known = {
    ...(ours.code && { code: ours.code }),
    ...(ours.detail && { detail: ours.detail }),
    ...(ours.errors && { errors: ours.errors }),
  };
  return { problem: problem(status, requestId, { ...fastifyFault(error), ...known }), headers: {}, unexpected: status >= 500 };
}

/** Fastify refuses some requests before any handler: its codes in our words. */
function fastifyFault(error: HttpException): Partial<Problem> {
  const code = (error.cause as { code?: string } | undefined)?.code;
  if (error.cause instanceof SyntaxError || code === 'FST_ERR_CTP_INVALID_JSON_BODY')
    return { code: 'request.invalid-json', detail: 'The body is not valid JSON.' };
  if (code === 'FST_ERR_CTP_EMPTY_JSON_BODY')
    return { code: 'request.invalid-json', detail: 'The body is empty: send JSON or leave the content-type header out.' };
  if (error.getStatus() === 403 && error.message.startsWith('Cross-origin'))
    return { code: 'request.cross-origin', detail: 'This request comes from another site.' };
  return {};
}

/** The database is gone, going or full: connection errors of the driver and PostgreSQL's classes 08, 53 and 57P. */
function isOutage(error: unknown): boolean {
  const { code, driverError } = (error ?? {}) as { code?: string; driverError?: { code?: string } };
  return /^(08...|53...|57P..|ECONN.*|ETIMEDOUT|EPIPE)$/.test(driverError?.code ?? code ?? '');
}
