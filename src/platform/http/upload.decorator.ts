import type { MultipartFile } from '@fastify/multipart';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { DomainError } from '../../kernel/errors.js';

/** Bytes of one upload. */
export const UPLOAD_LIMIT = 10 * 1024 * 1024;

/** What @fastify/multipart may read: one file a request, and hardly anything beside it. */
export const UPLOAD_LIMITS = { files: 1, fields: 5, parts: 6, fieldSize: 1_000, headerPairs: 20, fileSize: UPLOAD_LIMIT } as const;

/** The file of a multipart request, before any of it has been read. */
export async function readUpload(_data: unknown, context: ExecutionContext): Promise<MultipartFile> {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const file = request.isMultipart() ? await request.file().catch(() => Promise.reject(unreadable())) : undefined;
  if (file) return file;
  throw noFile();
}

const noFile = (): DomainError =>
  new DomainError('invalid', 'request.no-file', {
    detail: 'Send one file as multipart/form-data.',
    errors: [{ path: 'file', code: 'missing', message: 'Choose a file.' }],
  });

/** Whatever the reader of forms finds wrong is wrong with the form. */
const unreadable = (): DomainError =>
  new DomainError('invalid', 'request.malformed', {
    detail: 'The form with the file could not be read: send it as multipart/form-data.',
  });

/** What a form on a page brings: its words, and its file, the id of an upload that came before it, or what is wrong with either. */
export type SentFile = { words: Record<string, string> } & ({ part: MultipartFile } | { upload: string } | { fault: DomainError });

const sentBefore = z.looseObject({ upload: z.uuid() });

/** The file in the form itself; or, where the page's script has sent it before, the id of its upload beside the words. */
export async function readSentFile(_data: unknown, context: ExecutionContext): Promise<SentFile> {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const words = textsOf(request.body);
  const sent = sentBefore.safeParse(request.body);
  if (sent.success) return { words, upload: sent.data.upload };
  if (!request.isMultipart()) return { words, fault: noFile() };
  try {
    return await readForm(request);
  } catch {
    return { words, fault: unreadable() };
  }
}

/** A form up to its file: what stands behind that has not arrived yet. */
async function readForm(request: FastifyRequest): Promise<SentFile> {
  const words: Record<string, string> = {};
  for await (const part of request.parts()) {
    if (part.type === 'field') Object.assign(words, textsOf({ [part.fieldname]: part.value }));
    else if (part.filename !== '') return { words, part };
    else part.file.resume();
  }
  return { words, fault: noFile() };
}

const textsOf = (fields: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(fields ?? {}).filter((pair): pair is [string, string] => typeof pair[1] === 'string'));

/** Of a page's handler that takes one file with a form. */
export const Sent = createParamDecorator(readSentFile);

/** The words of a form with a file that nobody will read. */
export async function wordsBeside(request: FastifyRequest): Promise<Record<string, string>> {
  const form = await readForm(request).catch(() => ({ words: {} }));
  if ('part' in form) form.part.file.resume();
  return form.words;
}

/** Of a handler that takes one file; its route reads multipart/form-data and waits longer for the end of it than others do. */
export const Upload = createParamDecorator(readUpload);
