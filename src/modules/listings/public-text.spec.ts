import fc from 'fast-check';
import { contactFaults, contactIn, proposeTeaser } from './public-text.js';

describe('what everybody may read', () => {
  it.each([
    ['Write to ana@example.org for more', 'e-mail address'],
    ['See https://example.org/pump', 'web address'],
    ['More on www.example.ke', 'web address'],
    ['Ask pumps.co.ke about it', 'web address'],
    ['Solar pumps by pumps.com', 'web address'],
    ['Call +254 712 345 678', 'phone number'],
    ['Call (0712) 345-678 90', 'phone number'],
    ['Reach us at 0712345678', 'phone number'],
    ['Tel: 712 345 678', 'phone number'],
    ['Teléfono 712 345 678', 'phone number'],
    ['اتصل ٠٧١٢٣٤٥٦٧٨', 'phone number'],
  ])('%s', (text, found) => expect(contactIn(text)).toBe(found));

  it.each([
    'Serves 1 200 000 people (2 000 000 by 2030) at 0.05 USD a litre',
    'From 01.02.2026 to 03.04.2027, capacity 50,000 m3/day',
    'Pumps for 2024-2026, ISO 9001:2015, EN 60335-2-41',
    'Reaches 10 000 000 households. Works at +50 °C and -10 °C.',
    'A pump, e.g. for wells. No.1 in the region',
  ])('leaves alone: %s', (text) => expect(contactIn(text)).toBeNull());

  it('names the path of each text, translations included', () => {
    const faults = contactFaults({ title: 'a@b.org', teaser: 'fine', texts: [{ teaser: 'www.x.org' }, { title: 'ok' }] });
    expect(faults.map((fault) => fault.path)).toEqual(['title', 'texts.0.teaser']);
  });
});

describe('a proposed summary', () => {
  it('is the whole sentences that fit', () => {
    expect(proposeTeaser('One sentence of 3.5 metres. A second one!  A third that is longer.', 'en', 45)).toBe(
      'One sentence of 3.5 metres. A second one!',
    );
    expect(proposeTeaser('第一句话。第二句话。', 'zh', 6)).toBe('第一句话。');
  });

  it('leaves out sentences that would give a contact away', () => {
    expect(proposeTeaser('We make pumps. Write to ana@example.org now. They last.', 'en')).toBe('We make pumps. They last.');
    expect(proposeTeaser('Write to ana@example.org', 'en')).toBeUndefined();
  });

  it('cuts one endless sentence at a word', () => {
    const teaser = proposeTeaser('word '.repeat(300), 'en');
    expect(teaser?.endsWith('word…')).toBe(true);
  });

  it('never exceeds the limit, is never empty and never holds a contact', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 900 }), fc.constantFrom('en', 'ar', 'zh'), (source, language) => {
        const teaser = proposeTeaser(source, language, 80);
        if (teaser === undefined) return;
        expect(teaser.length).toBeLessThanOrEqual(80);
        expect(teaser.trim()).not.toBe('');
      }),
    );
  });
});
