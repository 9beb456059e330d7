import { safeNext } from './next-address.js';

describe('where a person goes after signing in', () => {
  it('is where she wanted to go', () => {
    expect(safeNext('/needs/1?tab=matches')).toBe('/needs/1?tab=matches');
  });

  it.each([
    undefined,
    '',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\tx',
    'needs',
    '/sign-in',
    '/sign-out',
    '/api/v1/me',
  ])('is her first page for %j', (next) => expect(safeNext(next)).toBe('/dashboard'));
});
