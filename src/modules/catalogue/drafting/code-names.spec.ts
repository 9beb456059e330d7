import { loadCodeBookFromFiles } from '../../taxonomy/index.js';
import { analyse } from '../text/analyser.js';
import { CodeNames } from './code-names.js';

const names = new CodeNames(loadCodeBookFromFiles(), '2026-11-24');
const fits = (language: string, text: string, scheme: string) =>
  names
    .fits(analyse(language, text))
    .filter((fit) => fit.scheme === scheme)
    .map(({ code }) => code);

describe('codes whose names a text meets', () => {
  it.each([
    ['en', 'Solar energy for isolated grids in rural schools', '23231'],
    ['en', 'Basic drinking water supply for villages', '14031'],
    ['fr', 'Lutte contre le paludisme dans les districts', '12262'],
    ['es', 'Lucha contra la malaria en los distritos fronterizos', '12262'],
    ['pt', 'Energia solar para redes isoladas em escolas rurais', '23231'],
    ['ar', 'مكافحة الملاريا في المناطق الحدودية', '12262'],
    ['zh', '农村学校的太阳能孤立电网', '23231'],
    ['ru', 'Борьба с малярией в приграничных районах', '12262'],
  ])('in %s: %s', (language, text, code) => expect(fits(language, text, 'crs').slice(0, 4)).toContain(code));

  it.each([
    ['es', 'Agua potable asequible para todos', '6.1'],
    ['pt', 'Reduzir as perdas de alimentos pós-colheita', '12.3'],
    ['ar', 'الطاقة المتجددة في مجموعة مصادر الطاقة', '7.2'],
    ['zh', '减少收获后的粮食损失', '12.3'],
    ['ru', 'Снижение материнской смертности', '3.1'],
  ])('targets in %s: %s', (language, text, code) => expect(fits(language, text, 'sdg-target').slice(0, 4)).toContain(code));

  it('with the shared stems, rarest names first, and none for a text that says nothing', () => {
    const [best] = names.fits(analyse('en', 'Malaria control')).filter(({ scheme }) => scheme === 'crs');
    expect(best).toMatchObject({ code: '12262', terms: ['en:malaria', 'en:control'] });
    expect(names.fits(analyse('en', 'zzz qqq'))).toEqual([]);
    expect(fits('en', 'achieve safe drinking water for all', 'sdg-target')).toContain('6.1');
  });
});
