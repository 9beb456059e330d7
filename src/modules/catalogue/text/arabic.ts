const DIACRITICS_AND_TATWEEL = /[\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED\u0640]/g;

/** One spelling for what Arabic writers spell in several ways: alef with and without hamza, final ya, ta marbuta; vowel marks and stretching go. */
export const normaliseArabic = (word: string): string =>
  word
    .replace(DIACRITICS_AND_TATWEEL, '')
    .replace(/[\u0622\u0623\u0625\u0671]/g, '\u0627')
    .replace(/\u0649/g, '\u064A')
    .replace(/\u0629/g, '\u0647')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0));

// Longest first. "لل" is the article after "li".
const ARTICLES = ['وال', 'بال', 'كال', 'فال', 'ولل', 'ال', 'لل'];
const SUFFIXES = ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ية', 'ه', 'ة', 'ي'];

/**
 * Light stem of a normalised word: article, leading "and" and common endings go, the root pattern stays.
 * After Larkey, Ballesteros and Connell, "Light Stemming for Arabic Information Retrieval" (2007), light10.
 */
export function stemArabic(word: string): string {
  let stem = word.startsWith('و') && !word.startsWith('وال') && !word.startsWith('ولل') && word.length > 4 ? word.slice(1) : word;
  const article = ARTICLES.find((prefix) => stem.startsWith(prefix) && stem.length >= prefix.length + 2);
  if (article) stem = stem.slice(article.length);
  for (const suffix of SUFFIXES) if (stem.endsWith(suffix) && stem.length >= suffix.length + 3) stem = stem.slice(0, -suffix.length);
  return stem;
}
