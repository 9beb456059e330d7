import { createHmac, timingSafeEqual } from 'node:crypto';
import { cookieOf } from '../http/cookies.js';

const signature = (token: string, secret: string): string => createHmac('sha256', secret).update(token).digest('base64');

/** The cookie's value as better-auth writes it: the token and its HMAC, percent-encoded. */
export const signedValue = (token: string, secret: string): string => encodeURIComponent(`${token}.${signature(token, secret)}`);

export interface SessionCookie {
  token: string;
  /** As it came, for setting it again. */
  value: string;
}

/** The session token in a Cookie header; null when there is none or its signature does not hold. */
export function readSessionCookie(header: string | undefined, name: string, secret: string): SessionCookie | null {
  const value = cookieOf(header, name);
  if (!value) return null;
  const raw = decode(value);
  const dot = raw.lastIndexOf('.');
  // The texts are compared, not what they decode to: Buffer overlooks whatever is no base64.
  const given = Buffer.from(raw.slice(dot + 1));
  const due = Buffer.from(signature(raw.slice(0, dot), secret));
  return dot > 0 && given.length === due.length && timingSafeEqual(given, due) ? { token: raw.slice(0, dot), value } : null;
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}

/** The header that sets a session cookie, with better-auth's attributes. */
export const setCookieHeader = (name: string, value: string, maxAge: number, secure: boolean): string =>
  `${name}=${value}; Max-Age=${maxAge}; Path=/; HttpOnly;${secure ? ' Secure;' : ''} SameSite=Lax`;
