import type { MultipartFile } from '@fastify/multipart';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../../kernel/errors.js';

/** Bytes of one upload. */
export const UPLOAD_LIMIT = 10 * 1024 * 1024;

/** What @fastify/multipart may read: one file a request, and hardly anything beside it. */
export const UPLOAD_LIMITS = { files: 1, fields: 5, parts: 6, fieldSize: 1_000, headerPairs: 20, fileSize: UPLOAD_LIMIT } as const;

/** The file of a multipart request, before any of it has been read. */
export async function readUpload(_data: unknown, context: ExecutionContext): Promise<MultipartFile> {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const file = request.isMultipart() ? await request.file().catch(unreadable) : undefined;
  if (file) return file;
  throw new DomainError('invalid', 'request.no-file', {
    detail: 'Send one file as multipart/form-data.',
    errors: [{ path: 'file', code: 'missing', message: 'Choose a file.' }],
  });
}

/** Whatever the reader of forms finds wrong is wrong with the form. */
function unreadable(): never {
  throw new DomainError('invalid', 'request.malformed', {
    detail: 'The form with the file could not be read: send it as multipart/form-data.',
  });
}

/** Of a handler that takes one file; its route reads multipart/form-data and waits longer for the end of it than others do. */
export const Upload = createParamDecorator(readUpload);
