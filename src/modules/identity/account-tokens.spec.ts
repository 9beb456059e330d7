import { isVerificationToken, readVerificationToken, resetToken, verificationToken } from './account-tokens.js';

const PERSON = '00000000-0000-4000-8000-000000000001';
const token = verificationToken(PERSON, 'ana@example.org', 1_900_000_000_000, 'secret');

it('a token names its person and until when', () => {
  expect(readVerificationToken(token)).toEqual({ personId: PERSON, until: 1_900_000_000_000 });
  expect(isVerificationToken(token, 'ana@example.org', 'secret')).toBe(true);
});

it.each([
  ['another address', token, 'eva@example.org', 'secret'],
  ['another exchange', token, 'ana@example.org', 'other'],
  ['another end', `${Buffer.from(`${PERSON} 2000000000000`).toString('base64url')}.${token.split('.')[1]}`, 'ana@example.org', 'secret'],
  ['a text that is none', 'nonsense', 'ana@example.org', 'secret'],
  ['nothing', '', 'ana@example.org', 'secret'],
])('it does not hold for %s', (_, given, email, secret) => expect(isVerificationToken(given, email, secret)).toBe(false));

it('a reset follows from its id and the secret', () => {
  expect(resetToken(PERSON, 'a')).toBe(resetToken(PERSON, 'a'));
  expect(resetToken(PERSON, 'a')).not.toBe(resetToken(PERSON, 'b'));
});
