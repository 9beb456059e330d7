import { loadCodeBookFromFiles } from '../taxonomy/index.js';
import { KINDS } from './notification-kinds.js';
import { notificationMessages, subjectOf, textOf } from './notification-words.js';

const book = loadCodeBookFromFiles();

describe('words for notifications', () => {
  it('are complete in English and French', () => {
    for (const kind of KINDS) for (const part of ['text', 'subject']) expect(notificationMessages.keys).toContain(`${kind}.${part}`);
    expect(notificationMessages.missing('fr')).toEqual([]);
  });

  it('are there for every kind, with whatever is known', () => {
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
    for (const language of ['en', 'fr'])
      for (const kind of KINDS)
        for (const text of [textOf({ kind, params }, language, book), subjectOf({ kind, params }, language, book)]) {
          expect(text).toMatch(/\w/);
          expect(text).not.toMatch(/[{}]|undefined/);
        }
  });

  it('name countries, reasons and days in the reader’s language', () => {
    const told = { kind: 'match-declined', params: { title: 'Eau propre', other: 'Pompe', country: 'MZ', reason: 'price' } } as const;
    expect(textOf(told, 'en', book)).toBe(
      'The match of “Eau propre” with “Pompe” (Mozambique) is not taken further by the other side. Reason: Price or cost.',
    );
    expect(textOf(told, 'fr-CA', book)).toBe(
      "L'autre partie ne donne pas suite à la mise en relation de « Eau propre » avec « Pompe » (Mozambique). Motif : Prix ou coût.",
    );
    const due = { kind: 'submitted', params: { title: 'Pump', country: 'KE', due: '2026-12-01' } } as const;
    expect(textOf(due, 'en', book)).toContain('due by 1 December 2026.');
    expect(textOf(due, 'fr', book)).toContain("d'ici le 1 décembre 2026");
  });

  it('count', () => {
    const found = (count: number, side: string) => textOf({ kind: 'matches-found', params: { title: 'Water', count, side } }, 'en', book);
    expect([found(12, 'seeker'), found(1, 'provider')]).toEqual(['12 offers found for “Water”.', '1 need found for “Water”.']);
  });
});
