import { LANGUAGES, type Language } from '../../platform/i18n/locales.js';

/** What each language calls itself. */
export const OWN_NAMES: Record<Language, string> = {
  en: 'English',
  fr: 'Français',
  es: 'Español',
  pt: 'Português',
  ar: 'العربية',
  zh: '中文',
  ru: 'Русский',
};

/** The same page in every language. */
export const languageLinks = (path: string): { language: Language; name: string; href: string }[] =>
  LANGUAGES.map((language) => ({
    language,
    name: OWN_NAMES[language],
    href: `/${language}${path === '/' ? '' : path.replace(/^\/(?=\?)/, '')}`,
  }));
