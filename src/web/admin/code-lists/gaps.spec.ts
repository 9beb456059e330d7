import { loadCodeBookFromFiles } from '../../../modules/taxonomy/index.js';
import { gapsOf, itemsBetween, schemesWithGaps } from './gaps.js';

const book = loadCodeBookFromFiles();

describe('code lists and their gaps', () => {
  it('name every list, and what each language lacks', () => {
    const schemes = schemesWithGaps(book);
    expect(schemes.map(({ scheme }) => scheme)).toEqual(expect.arrayContaining(['country', 'crs', 'reason']));
    for (const { scheme, gaps } of schemes)
      for (const [language, count] of Object.entries(gaps))
        expect(book.items(scheme).filter((item) => !item.names[language])).toHaveLength(count);
  });

  it('know the languages in which an item has no name', () => {
    const [kenya] = book.items('country').filter(({ code }) => code === 'KE');
    expect(gapsOf({ ...kenya!, names: { en: 'Kenya', fr: 'Kenya' } })).toEqual(['es', 'pt', 'ar', 'zh', 'ru']);
  });

  it('are found by any of their names, without case and accents', () => {
    const countries = book.items('country');
    expect(itemsBetween(countries, 'COTE D', undefined).items.map(({ code }) => code)).toContain('CI');
    expect(itemsBetween(countries, 'ke', undefined).items.map(({ code }) => code)).toContain('KE');
  });

  it('come in pages that leave nothing out', () => {
    const countries = book.items('country');
    const seen: string[] = [];
    for (let after: string | undefined, more = true; more;) {
      const { items, next } = itemsBetween(countries, '', after);
      seen.push(...items.map(({ code }) => code));
      [after, more] = [next ?? undefined, next !== null];
    }
    expect(seen).toEqual(countries.map(({ code }) => code));
  });
});
