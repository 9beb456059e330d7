// A word: letters, digits and marks; inner dots and commas hold numbers together ("2.5").
const WORD = /[\p{L}\p{N}\p{M}]+(?:[.,]\p{N}+)*/gu;
const HAN_RUN = /\p{Script=Han}+/gu;

/** One form for what looks the same: compatibility characters (full-width, ligatures) unified, case folded. */
export const foldCase = (text: string): string => text.normalize('NFKC').toLowerCase();

const COMBINING = /\p{M}+/gu;
const FOLDABLE = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}\p{M}.,]+$/u;
/** Accents go, so that "energia" finds "energía"; not in scripts whose marks are vowels. */
export const foldAccents = (word: string): string =>
  FOLDABLE.test(word) ? word.normalize('NFD').replace(COMBINING, '').normalize('NFC') : word;

/** Words of a text in an alphabetic script; pure punctuation is dropped, numbers stay ("1,5" is 1.5, the South writes both). */
export const words = (text: string): string[] => (foldCase(text).match(WORD) ?? []).map((word) => word.replace(/(\d),(\d{1,2})$/, '$1.$2'));

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * Chinese: dictionary words, and beside them the overlapping pairs of each run of characters, so that a term which two
 * texts cut differently still meets itself. A pair that is a word already is not counted twice.
 */
export function chineseTokens(text: string): string[] {
  const folded = foldCase(text);
  const tokens: string[] = [];
  const pairWords = new Set<number>();
  for (const { segment, index, isWordLike } of segmenter.segment(folded)) {
    if (!isWordLike) continue;
    tokens.push(segment);
    if (segment.length === 2) pairWords.add(index);
  }
  for (const { 0: run, index } of folded.matchAll(HAN_RUN))
    for (let i = 0; i + 2 <= run.length; i++) if (!pairWords.has(index + i)) tokens.push(run.slice(i, i + 2));
  return tokens;
}
