/** The languages GATE speaks, each with the locale in which numbers, dates and names are written for its readers. */
export const LOCALES = {
  en: 'en-GB',
  fr: 'fr',
  es: 'es',
  pt: 'pt',
  // Western digits, as in the tables and documents that Arabic readers share with the others.
  ar: 'ar-u-nu-latn',
  zh: 'zh-Hans',
  ru: 'ru',
} as const;

export type Language = keyof typeof LOCALES;
export const LANGUAGES = Object.keys(LOCALES) as Language[];

/** The language every text is written in first. */
export const SOURCE_LANGUAGE = 'en' satisfies Language;

const RIGHT_TO_LEFT: readonly Language[] = ['ar'];

const isLanguage = (tag: string): tag is Language => Object.hasOwn(LOCALES, tag);

/** The language that a reader of `pt-BR` is spoken to in: the one before the dash, else English. */
export function languageOf(tag: string): Language {
  const base = tag.split('-')[0] ?? '';
  return isLanguage(base) ? base : SOURCE_LANGUAGE;
}

/** What `Intl` is given for that reader. */
export const localeOf = (tag: string): string => LOCALES[languageOf(tag)];

/** Which way her language is written. */
export const directionOf = (tag: string): 'rtl' | 'ltr' => (RIGHT_TO_LEFT.includes(languageOf(tag)) ? 'rtl' : 'ltr');

/** A written date that begins with its day: French counts the first of a month as "1er". */
export const withFirstDay = (written: string, tag: string): string =>
  languageOf(tag) === 'fr' ? written.replace(/^1 (?=\p{L})/u, '1er ') : written;

/** A day (`2026-12-01`, which belongs to no time zone) written out. */
export const longDate = (day: string, tag: string): string =>
  withFirstDay(new Intl.DateTimeFormat(localeOf(tag), { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`)), tag);

/** A moment written out, in universal time. */
export const longMoment = (at: Date, tag: string): string =>
  `${withFirstDay(new Intl.DateTimeFormat(localeOf(tag), { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(at), tag)} UTC`;
