import { createHmac, timingSafeEqual } from 'node:crypto';
import { KINDS, type NotificationKind } from './notification-kinds.js';

/** What a person no longer wants by mail: one kind of notice, what one saved search finds, or the daily digest. */
export type Unwanted = { kind: NotificationKind } | { search: string } | { digest: true };

const sign = (body: string, secret: string): string => createHmac('sha256', secret).update(`unsubscribe ${body}`).digest('base64url');
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** A token for the address in a mail. It holds nobody's name, ends nothing but mails, and needs no sign-in: whoever has the mail may stop it. */
export function unsubscribeToken(personId: string, what: Unwanted, secret: string): string {
  const scope = 'kind' in what ? `kind.${what.kind}` : 'search' in what ? `search.${what.search}` : 'digest';
  const body = Buffer.from(`${personId} ${scope}`).toString('base64url');
  return `${body}.${sign(body, secret)}`;
}

/** Null for a token that is not ours. */
export function readUnsubscribeToken(token: string, secret: string): { personId: string; what: Unwanted } | null {
  const [body = '', signature = ''] = token.split('.');
  const [given, expected] = [Buffer.from(signature), Buffer.from(sign(body, secret))];
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const [personId = '', scope = ''] = Buffer.from(body, 'base64url').toString().split(' ');
  const what = unwantedOf(scope);
  return what && UUID.test(personId) ? { personId, what } : null;
}

function unwantedOf(scope: string): Unwanted | null {
  if (scope === 'digest') return { digest: true };
  const [sort, value = ''] = [scope.slice(0, scope.indexOf('.')), scope.slice(scope.indexOf('.') + 1)];
  if (sort === 'search') return UUID.test(value) ? { search: value } : null;
  const kind = KINDS.find((one) => one === value);
  return sort === 'kind' && kind ? { kind } : null;
}
