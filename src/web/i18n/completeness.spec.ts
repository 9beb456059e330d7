import { completeness } from './completeness.js';

it('every language has every text, and nobody is said to have reviewed what she has not', () => {
  const { areas, languages } = completeness();
  expect(Object.keys(areas)).toEqual(expect.arrayContaining(['admin', 'common', 'home']));
  expect(languages.map(({ language }) => language)).toEqual(['en', 'fr', 'es', 'pt', 'ar', 'zh', 'ru']);
  for (const { missing } of languages) expect(missing).toEqual({});
});
