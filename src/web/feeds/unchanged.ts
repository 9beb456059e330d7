import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';

/** Tells a reader who has the text already that it has not changed (RFC 9110 13), so that it is not sent again; else how to ask next time. */
export function unchanged(request: FastifyRequest, reply: FastifyReply, text: string, changed: Date): boolean {
  const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  const second = Math.floor(changed.getTime() / 1000) * 1000;
  void reply.header('etag', tag).header('last-modified', new Date(second).toUTCString()).header('cache-control', 'public, max-age=300');
  const { 'if-none-match': tags, 'if-modified-since': since } = request.headers;
  const same =
    tags === undefined
      ? Date.parse(since ?? '') >= second
      : tags === '*' || tags.split(/\s*,\s*/).some((one) => one.replace(/^W\//, '') === tag);
  if (same) void reply.status(304);
  return same;
}
