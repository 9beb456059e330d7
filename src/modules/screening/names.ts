import anyAscii from 'any-ascii';
import { distance } from 'fastest-levenshtein';

// What tells nothing about who it is: forms of companies and words that names are joined by.
const LEGAL_FORMS =
  'ab ag as asa bhd bv bvba co corp corporation company cie cia compagnie cv doo dd ead eirl eurl gmbh inc incorporated jsc kft kg kk lda limitada limited llc llp lp ltd ltda nv oao ood ooo oy oyj pao pjsc plc pt pte pty pvt sa sae sal saoc saog sarl sas sasu sca scs sdn sl slu snc soc spa spol sprl sro srl tbk ulc wll zao';
const JOINING = 'a al and at das de del der des di do dos du e ed el en et for fur il in la las le les los nd of on sur the und van von y';
const LEFT_OUT = new Set(`${LEGAL_FORMS} ${JOINING}`.split(' '));

/** A name as it is compared: its telling words in Latin letters without accents, in alphabetical order. */
export interface NameKey {
  readonly words: readonly string[];
  /** The same in one string; names of one key are the same name. */
  readonly text: string;
}

/** Words of any script; case, accents, punctuation, order, legal forms and joining words do not matter. */
export function nameKey(name: string): NameKey {
  const latin = anyAscii(name.normalize('NFKC')).toLowerCase();
  // Dots within abbreviations and apostrophes within words join what stands around them: S.A., O'Neill.
  const all = latin.replace(/['’`.]/g, '').match(/[a-z0-9]+/g) ?? [];
  const telling = all.filter((word) => !LEFT_OUT.has(word));
  const words = (telling.length > 0 ? telling : all).sort();
  return { words, text: words.join(' ') };
}

/** Words closer than this are spellings of one word. */
const SAME_WORD = 0.75;

/**
 * How alike two names are, 0 to 1. Each word is paired with its nearest free one of the other name, nearness being one less the Levenshtein distance
 * by the longer word's length; pairs count by their letters, against the letters of the longer name. Names written together or apart
 * (`Al Rashid`, `Alrashid`) are compared without spaces as well, and the better of the two counts.
 */
export function likeness(a: NameKey, b: NameKey): number {
  if (a.text === '' || b.text === '') return 0;
  if (a.text === b.text) return 1;
  return Math.max(byWords(a.words, b.words), nearness(joined(a), joined(b)));
}

const joined = ({ words }: NameKey): string => words.join('');
const nearness = (a: string, b: string): number => 1 - distance(a, b) / Math.max(a.length, b.length);
const letters = (words: readonly string[]): number => words.reduce((sum, { length }) => sum + length, 0);

function byWords(a: readonly string[], b: readonly string[]): number {
  const pairs = a.flatMap((one, i) =>
    b.map((other, j) => ({ i, j, near: nearness(one, other), length: Math.max(one.length, other.length) })),
  );
  pairs.sort((x, y) => y.near - x.near || y.length - x.length);
  const [left, right] = [new Set<number>(), new Set<number>()];
  let shared = 0;
  for (const { i, j, near, length } of pairs) {
    if (near < SAME_WORD) break;
    if (left.has(i) || right.has(j)) continue;
    left.add(i);
    right.add(j);
    shared += near * length;
  }
  return Math.min(1, shared / Math.max(letters(a), letters(b)));
}
