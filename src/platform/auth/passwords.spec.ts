import { hashPassword, verifyPassword, weaknessOf } from './passwords.js';

describe('weaknessOf', () => {
  it.each([
    'password1234',
    'P4ssw0rd!2026',
    'passwordpassword',
    'letmein123456',
    'qwertyuiop12',
    'abcdefghijkl',
    '123456789012',
    'aaaaaaaaaaaaa',
    'abababababab',
    'Welcome-to-2026!'.replace('-to-', ''),
    'gateexchange1',
  ])('refuses %s', (password) => {
    expect(weaknessOf(password)).not.toBeNull();
  });

  it.each(['correct horse battery', 'mangue bleue sur le toit', 'x9!kQ2vL0p#z', 'mwalimu anapenda chai'])('takes %s', (password) => {
    expect(weaknessOf(password)).toBeNull();
  });

  // Looking for an end of the text from each of its characters would take minutes here; the test's own limit is the measure.
  it.each(['1'.repeat(200_000), 'ab'.repeat(100_000), ' '.repeat(200_000)])('looks at a long text once', (filling) => {
    expect(weaknessOf(`bcdef${filling}g`)).toBeNull();
  });

  it('refuses the own name and address with a little around them', () => {
    expect(weaknessOf('wanjiku12345', ['Wanjiku'])).not.toBeNull();
    expect(weaknessOf('wanjiku likes mountains', ['Wanjiku'])).toBeNull();
  });
});

it('hashes by argon2id with a salt of its own', async () => {
  const [one, two] = await Promise.all([hashPassword('correct horse battery'), hashPassword('correct horse battery')]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(one).not.toBe(two);
  expect(await verifyPassword(two, 'correct horse battery')).toBe(true);
  expect(await verifyPassword(two, 'another horse battery')).toBe(false);
});
