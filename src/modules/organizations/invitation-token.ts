import { createHash, createHmac } from 'node:crypto';

/**
 * The secret half of an invitation link. It follows from the id and the exchange's secret, so that the mail can be written again
 * after a crash although neither the queue nor the database ever holds it.
 */
export const invitationToken = (invitationId: string, secret: string): string =>
  createHmac('sha256', secret).update(`gate:invitation:1:${invitationId}`).digest('base64url');

/** What the database keeps of a token. It carries 256 bits, so a plain hash cannot be searched. */
export const invitationTokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');
