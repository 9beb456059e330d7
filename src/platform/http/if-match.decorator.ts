import { createParamDecorator, type ExecutionContext, HttpException } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../../kernel/errors.js';

const VERSION = /^(?:W\/)?("?)(\d{1,9})\1$/;

/** The entity tag of a version, for the ETag header and for `If-Match`. */
export const etag = (version: number): string => `"${version}"`;

/**
 * Reads `If-Match: "3"`; null when absent or `*`.
 * @throws DomainError `request.if-match` for anything else.
 */
export function ifMatch(header: string | string[] | undefined): number | null {
  const value = (Array.isArray(header) ? header.join(',') : header)?.trim();
  if (!value || value === '*') return null;
  const version = VERSION.exec(value)?.[2];
  if (version !== undefined) return Number(version);
  const message = 'If-Match takes one version in quotes, as the ETag header gave it: If-Match: "3".';
  throw new DomainError('invalid', 'request.if-match', {
    detail: message,
    errors: [{ path: 'headers.if-match', code: 'format', message }],
  });
}

/**
 * The version the caller saw: `@IfMatch() seen: number | null`. With `{ required: true }` a request without it is 428.
 * Compare it by requireVersion once the row is locked and found to be the actor's to change.
 */
export const IfMatch = createParamDecorator(readIfMatch);

export interface IfMatchOptions {
  required?: boolean;
}

/** The inventory knows by this function which routes take the header. */
export function readIfMatch(options: IfMatchOptions | undefined, context: ExecutionContext): number | null {
  const version = ifMatch(context.switchToHttp().getRequest<FastifyRequest>().headers['if-match']);
  if (version === null && options?.required)
    throw new HttpException(
      { code: 'request.if-match-required', detail: 'Send If-Match with the ETag of the version you read, so that nobody is overwritten.' },
      428,
    );
  return version;
}

/** @throws DomainError `precondition` when the caller saw another version; null passes. */
export function requireVersion(seen: number | null, current: number, area: string): void {
  if (seen !== null && seen !== current)
    throw new DomainError('precondition', `${area}.changed-since`, {
      detail: `Version ${seen} is no longer the current one (${current}): read it again and repeat the change.`,
    });
}
