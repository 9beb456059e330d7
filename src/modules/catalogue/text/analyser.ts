import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { normaliseArabic, stemArabic } from './arabic.js';
import { stopWordsOf } from './stop-words.js';
import { chineseTokens, foldAccents, words } from './tokens.js';

/** Languages with a stemmer or segmenter of their own; every other one is cut into plain words. */
export const ANALYSED_LANGUAGES = ['en', 'fr', 'es', 'pt', 'ru', 'ar', 'zh'] as const;

type Step = (word: string) => string;
interface Analyser {
  tokens: (text: string) => string[];
  normalise: Step;
  /** Accents are folded after it, because the stemmers read them. */
  stem: Step;
}

const plain: Analyser = { tokens: words, normalise: (word) => word, stem: (word) => word };
const analysers: Partial<Record<string, Analyser>> = {
  en: { ...plain, stem: english },
  fr: { ...plain, stem: french },
  es: { ...plain, stem: spanish },
  pt: { ...plain, stem: portuguese },
  ru: { ...plain, stem: russian },
  ar: { tokens: words, normalise: normaliseArabic, stem: stemArabic },
  zh: { ...plain, tokens: chineseTokens },
};

const stops = new Map<string, Set<string>>();
function stopsOf(language: string, normalise: Step): Set<string> {
  let set = stops.get(language);
  if (!set) stops.set(language, (set = new Set(stopWordsOf(language).map((word) => foldAccents(normalise(word))))));
  return set;
}

const SINGLE_LETTER = /^[a-zа-я]$/;

/** `pt-BR` is analysed as `pt`. */
export const baseLanguage = (tag: string): string => tag.split('-', 1)[0]!.toLowerCase();

/**
 * The terms of a text, in order, with repeats. Each carries its language (`fr:pomp`), so that terms and statistics of
 * different languages never mix. Stems are Snowball's (en fr es pt ru), light10 for Arabic; Chinese is segmented.
 */
export function analyse(language: string, text: string): string[] {
  const base = baseLanguage(language);
  const { tokens, normalise, stem } = analysers[base] ?? plain;
  const stopped = stopsOf(base, normalise);
  const terms: string[] = [];
  for (const token of tokens(text)) {
    const word = normalise(token);
    const folded = foldAccents(word);
    if (folded === '' || stopped.has(folded) || SINGLE_LETTER.test(folded)) continue;
    terms.push(`${base}:${foldAccents(stem(word))}`);
  }
  return terms;
}

export const languageOfTerm = (term: string): string => term.slice(0, term.indexOf(':'));
