import * as fc from 'fast-check';
import { ANALYSED_LANGUAGES, analyse } from './analyser.js';

const same = (language: string, ...texts: string[]): void => {
  const [first, ...rest] = texts.map((text) => analyse(language, text));
  expect(first).not.toEqual([]);
  for (const terms of rest) expect(terms).toEqual(first);
};

describe('analyse', () => {
  it.each([
    ['en', 'Pumps', 'pumping', 'PUMP'],
    ['fr', 'pompes', 'pompe', 'une pompe'],
    ['es', 'bombas', 'la bomba'],
    ['pt', 'bombas', 'a bomba'],
    ['ru', 'насосы', 'насосов', 'насос'],
    ['ar', 'المضخات', 'مضخة', 'المضخة', 'مضخه', 'والمضخات'],
    ['ar', 'إدارة', 'ادارة', 'الإدارة', 'إدارةً', 'إدارـة'],
    ['ar', 'المياه', 'مياه'],
  ])('%s: forms of a word meet (%s)', (language, ...forms) => same(language, ...forms));

  it('folds accents after stemming', () => {
    same('fr', 'énergie', 'énergies', 'energie');
    same('es', 'agrícola', 'agrícolas', 'agricola');
    same('pt', 'agrícola', 'agricolas');
  });

  it('unifies compatibility forms, case and decimal commas, keeps numbers and drops punctuation', () => {
    same('en', 'ＰＵＭＰ', 'pump');
    expect(analyse('fr', '« 1,5 m³ » — !?')).toEqual(['fr:1.5', 'fr:m3']);
    expect(analyse('ar', '٢٥ درجة')[0]).toBe('ar:25');
  });

  it('drops function words but not the ones that carry the sense', () => {
    expect(analyse('en', 'the pump of the village')).toEqual(['en:pump', 'en:villag']);
    expect(analyse('fr', "l'eau sans électricité")).toHaveLength(3);
  });

  it('cuts Chinese into words and pairs, so that different cuts meet', () => {
    const long = analyse('zh', '太阳能水泵灌溉系统');
    for (const term of analyse('zh', '水泵')) expect(long).toContain(term);
    expect(analyse('zh', '灌溉').filter((term) => long.includes(term))).not.toEqual([]);
  });

  it('keeps languages apart and takes any other language as plain words', () => {
    expect(analyse('pt-BR', 'bomba')[0]).toBe('pt:bomb');
    expect(analyse('sw', 'pampu ya maji')).toEqual(['sw:pampu', 'sw:ya', 'sw:maji']);
    expect(analyse('hi', 'पानी')).toEqual(['hi:पानी']);
  });

  it('never yields an empty term and depends on nothing but its input', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ANALYSED_LANGUAGES, 'hi'), fc.string({ unit: 'grapheme' }), (language, text) => {
        const terms = analyse(language, text);
        expect(terms).toEqual(analyse(language, text));
        for (const term of terms) expect(term.length).toBeGreaterThan(language.length + 1);
      }),
    );
  });
});
