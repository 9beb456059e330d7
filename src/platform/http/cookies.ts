import type { FastifyReply } from 'fastify';

/** The language somebody read pages in last. */
export const LANGUAGE_COOKIE = 'gate.language';

/** The value of a cookie in a Cookie header; null when there is none. */
export function cookieOf(header: string | undefined, name: string): string | null {
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return null;
}

/** A cookie for this exchange alone, that no script can read; `maxAge` in seconds, 0 removes it. */
export function setCookie(reply: FastifyReply, name: string, value: string, maxAge: number, secure: boolean): void {
  void reply.header('set-cookie', `${name}=${value}; Max-Age=${maxAge}; Path=/; HttpOnly;${secure ? ' Secure;' : ''} SameSite=Lax`);
}
