import { drawable, fontFileOf } from './font-files.js';
import { linesOf } from './lines.js';

/** Every character is one wide. */
const one = ({ text }: { text: string }) => [...text].length;
const shown = (text: string, direction: 'ltr' | 'rtl' | 'auto', width = 100) =>
  linesOf(text, direction, width, one).lines.map(({ runs }) => runs.map((run) => run.text));

describe('the lines of a document', () => {
  it('break between words, and lose none of them', () => {
    expect(shown('one two three four', 'ltr', 9)).toEqual([['one two'], ['three'], ['four']]);
  });

  it('break between Chinese characters, and inside a word that is too long', () => {
    expect(shown('匹配需求供应', 'ltr', 4).map((runs) => runs.join(''))).toEqual(['匹配需求', '供应']);
    expect(shown('abcdefghij', 'ltr', 4)).toEqual([['abcd'], ['efgh'], ['ij']]);
  });

  it('stand from right to left in Arabic, numbers and foreign words from left to right', () => {
    const { lines, isRtl } = linesOf('الدرجة: 92 / 100', 'rtl', 100, one);
    expect(isRtl).toBe(true);
    expect(lines[0]?.runs.at(-1)?.text).toBe('الدرجة');
    expect(lines[0]?.runs.map(({ text }) => text).join('')).toContain('100');
  });

  it('take the direction of a text whose language is unknown from its letters', () => {
    expect(linesOf('مضخة', 'auto', 100, one).isRtl).toBe(true);
    expect(linesOf('Pump', 'auto', 100, one).isRtl).toBe(false);
  });

  it('turn the brackets of a text from right to left', () => {
    expect(shown('مضخة (شمسية)', 'rtl')[0]?.join('')).toMatch(/^\(شمسية\)/);
  });
});

describe('a font', () => {
  it.each(['A', 'é', 'ß', 'Ж', 'ع', '匹', '，', '→', '₦', 'ş', 'ế'])('draws %s', (char) => {
    expect(fontFileOf(char.codePointAt(0) ?? 0)).toMatch(/-wght-normal\.woff2$/);
  });

  it('is asked for nothing that it does not have', () => {
    expect(drawable('Sun 🌞 \u202e ok\tend')).toBe('Sun ?  ok end');
  });
});
