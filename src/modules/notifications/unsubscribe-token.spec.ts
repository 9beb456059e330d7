import { randomUUID } from 'node:crypto';
import { readUnsubscribeToken, unsubscribeToken, type Unwanted } from './unsubscribe-token.js';

const SECRET = 'a secret of the house';
const person = randomUUID();

describe('tokens that stop mails', () => {
  it.each([[{ kind: 'published' }], [{ search: randomUUID() }], [{ digest: true }]] as [Unwanted][])('say what they stop: %j', (what) => {
    expect(readUnsubscribeToken(unsubscribeToken(person, what, SECRET), SECRET)).toEqual({ personId: person, what });
  });

  it('are ours and nobody else’s', () => {
    const token = unsubscribeToken(person, { digest: true }, SECRET);
    const [body, signature] = token.split('.');
    const other = Buffer.from(`${randomUUID()} digest`).toString('base64url');
    for (const forged of [
      '',
      'x',
      '.',
      token.slice(1),
      `${body}.`,
      `${other}.${signature}`,
      unsubscribeToken(person, { digest: true }, 'another secret'),
    ])
      expect(readUnsubscribeToken(forged, SECRET)).toBeNull();
  });
});
