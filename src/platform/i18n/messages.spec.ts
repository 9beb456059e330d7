import { Messages } from './messages.js';

const messages = new Messages(
  new Map<string, Record<string, string>>([
    ['en', { found: '{count, plural, one {# offer} other {# offers}} found', end: 'The end' }],
    ['fr', { found: '{count, plural, one {# offre trouvée} other {# offres trouvées}}' }],
  ]),
);

describe('texts in the reader’s language', () => {
  it('follow the rules of that language', () => {
    expect(messages.text('en', 'found', { count: 1 })).toBe('1 offer found');
    expect(messages.text('fr', 'found', { count: 0 })).toBe('0 offre trouvée');
    expect(messages.text('fr-CA', 'found', { count: 2 })).toBe('2 offres trouvées');
  });

  it('fall back to English, and say when a key is unknown', () => {
    expect(messages.text('fr', 'end')).toBe('The end');
    expect(messages.text('ar', 'end')).toBe('The end');
    expect(messages.text('en', 'beginning')).toBeNull();
    expect(messages.missing('fr')).toEqual(['end']);
  });

  it('are in one language, names included', () => {
    const named = new Messages(
      new Map<string, Record<string, string>>([
        ['en', { from: 'From {country}' }],
        ['fr', {}],
      ]),
    );
    const country = (language: string) => ({ country: language === 'fr' ? 'Tchad' : 'Chad' });
    expect(named.text('fr', 'from', country)).toBe('From Chad');
    expect(named.text('pt-BR', 'from', country)).toBe('From Chad');
  });

  it('cannot be without their source language', () => {
    expect(() => new Messages(new Map([['fr', {}]]))).toThrow('en');
  });
});
