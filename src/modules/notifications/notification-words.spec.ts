import { LANGUAGES } from '../../platform/i18n/locales.js';
import { loadCodeBookFromFiles } from '../taxonomy/index.js';
import { KINDS } from './notification-kinds.js';
import { notificationMessages, subjectOf, textOf } from './notification-words.js';

const book = loadCodeBookFromFiles();

describe('words for notifications', () => {
  it('are there for every kind', () => {
    for (const kind of KINDS) for (const part of ['text', 'subject']) expect(notificationMessages.keys).toContain(`${kind}.${part}`);
  });

  it('can be said in every language, with whatever is known', () => {
    const params = {
      title: 'Clean water',
      other: 'Solar pump',
      country: 'MZ',
      count: 3,
      added: 2,
      known: 1,
      faulty: 0,
      days: 7,
      due: '2026-12-01',
      reason: 'price',
      side: 'seeker',
      reviewer: 'centre',
    };
    for (const language of LANGUAGES)
      for (const kind of KINDS)
        for (const text of [textOf({ kind, params }, language, book), subjectOf({ kind, params }, language, book)]) {
          expect(text).toMatch(/\p{L}/u);
          expect(text).not.toMatch(/[{}]|undefined/);
        }
  });

  it('name countries, reasons and days in the reader’s language', () => {
    const told = { kind: 'match-declined', params: { title: 'Eau propre', other: 'Pompe', country: 'MZ', reason: 'price' } } as const;
    expect(textOf(told, 'en', book)).toBe(
      'The other side is not taking the match of “Eau propre” with “Pompe” (Mozambique) further. Reason: Price or cost.',
    );
    expect(textOf(told, 'fr-CA', book)).toBe(
      'L’autre partie ne donne pas suite au rapprochement de «\u00a0Eau propre\u00a0» et «\u00a0Pompe\u00a0» (Mozambique). Motif\u00a0: Prix ou coût.',
    );
    const due = { kind: 'submitted', params: { title: 'Pump', country: 'KE', due: '2026-12-01' } } as const;
    expect(textOf(due, 'en', book)).toContain('due by 1 December 2026.');
    expect(textOf(due, 'fr', book)).toContain('d’ici le 1er décembre 2026');
  });

  it('count', () => {
    const found = (count: number, side: string) => textOf({ kind: 'matches-found', params: { title: 'Water', count, side } }, 'en', book);
    expect([found(12, 'seeker'), found(1, 'provider')]).toEqual(['12 offers found for “Water”.', '1 need found for “Water”.']);
    const told = (count: number, language: string) =>
      textOf({ kind: 'matches-found', params: { title: 'X', count, side: 'seeker' } }, language, book);
    expect([1, 3, 5, 21].map((count) => told(count, 'ru').replace('Для объявления «X» ', ''))).toEqual([
      'найдено 1 предложение.',
      'найдено 3 предложения.',
      'найдено 5 предложений.',
      'найдено 21 предложение.',
    ]);
    expect([1, 2, 3, 11, 100].map((count) => told(count, 'ar').replace('نتائج المطابقة للإعلان «X»: ', ''))).toEqual([
      'عرض واحد.',
      'عرضان.',
      '3 عروض.',
      '11 عرضا.',
      '100 عرض.',
    ]);
    expect(told(12, 'zh-Hans')).toBe('为“X”找到 12 个供应项目。');
    expect([told(1_000_000, 'es'), told(1_000_000, 'fr')]).toEqual([
      '1.000.000 de ofertas encontradas para «X».',
      `${new Intl.NumberFormat('fr').format(1_000_000)} d’offres trouvées pour «\u00a0X\u00a0».`,
    ]);
  });
});
