import { preferredLanguage } from './preferred-language.js';

it.each([
  [undefined, 'en'],
  ['', 'en'],
  ['fr', 'fr'],
  ['pt-BR,pt;q=0.9,en;q=0.8', 'pt'],
  ['en;q=0.2, sw ; q=0.9', 'sw'],
  ['*', 'en'],
  ['fr;q=0, de;q=0.1', 'de'],
  ['x-klingon, es', 'es'],
  ['FR-fr', 'fr'],
  ["'; DROP TABLE person; --", 'en'],
  [`${'a'.repeat(10_000)},fr`, 'en'],
])('%s asks for %s', (header, language) => expect(preferredLanguage(header)).toBe(language));
