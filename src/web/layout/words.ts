import type { Words } from '../components/index.js';
import type { Translator } from '../i18n/translator.js';

const made = new Map<Translator, Words>();

/** The words that components say by themselves, in the page's language. */
export function wordsOf(translator: Translator): Words {
  const known = made.get(translator);
  if (known) return known;
  const t = translator.text.bind(translator);
  const words: Words = {
    error: t('words.error'),
    warning: t('words.warning'),
    breadcrumbs: t('words.breadcrumbs'),
    day: t('words.day'),
    month: t('words.month'),
    year: t('words.year'),
    pagination: {
      label: t('words.pages'),
      previous: t('words.previous'),
      next: t('words.next'),
      page: (number) => t('words.page', { number }),
    },
    password: {
      show: t('words.show'),
      hide: t('words.hide'),
      showPassword: t('words.show-password'),
      hidePassword: t('words.hide-password'),
      shown: t('words.password-shown'),
      hidden: t('words.password-hidden'),
    },
    find: { none: t('words.find-none'), found: translator.plurals('words.find-found') },
    upload: {
      sending: t('words.upload-sending', { percent: '%{percent}' }),
      broken: t('words.upload-broken'),
      signedOut: t('words.upload-signed-out'),
    },
    characters: {
      limit: (count) => t('words.characters-limit', { count }),
      under: translator.plurals('words.characters-left'),
      at: t('words.characters-none'),
      over: translator.plurals('words.characters-over'),
    },
  };
  made.set(translator, words);
  return words;
}
