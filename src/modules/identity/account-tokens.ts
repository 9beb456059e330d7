import { createHmac, timingSafeEqual } from 'node:crypto';

const sign = (words: string, secret: string): string => createHmac('sha256', secret).update(words).digest('base64url');

/**
 * The secret half of a link that sets a new password. It follows from the id and the exchange's secret, so that the mail can be written
 * again after a crash although the queue never holds it.
 */
export const resetToken = (id: string, secret: string): string => sign(`gate:reset:1:${id}`, secret);

/** A token for the link that shows that somebody reads the mail of her address; another address makes it worthless. */
export function verificationToken(personId: string, email: string, until: number, secret: string): string {
  const body = Buffer.from(`${personId} ${until}`).toString('base64url');
  return `${body}.${sign(`gate:verify:1:${body} ${email}`, secret)}`;
}

/** Whom a token names. Nothing is proved by that yet. */
export function readVerificationToken(token: string): { personId: string; until: number } {
  const [personId = '', until = ''] = Buffer.from(token.split('.')[0] ?? '', 'base64url')
    .toString()
    .split(' ');
  return { personId, until: Number(until) };
}

/** Whether the token was made by us, for this address. */
export function isVerificationToken(token: string, email: string, secret: string): boolean {
  const { personId, until } = readVerificationToken(token);
  const [given, due] = [Buffer.from(token), Buffer.from(verificationToken(personId, email, until, secret))];
  return given.length === due.length && timingSafeEqual(given, due);
}
