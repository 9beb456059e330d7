import { languageOf } from './locales.js';

const NO_BREAK = '\u00a0';
const NARROW_NO_BREAK = '\u202f';

/**
 * A text as it is set in its language. French puts spaces inside its quotation marks and before signs of two parts; written as plain
 * spaces, they become such as no line breaks at, so that no line begins with a question mark.
 */
export const typeset = (language: string, pattern: string): string =>
  languageOf(language) === 'fr' ? pattern.replace(/ (?=[;!?%])/g, NARROW_NO_BREAK).replace(/(?<=«) | (?=[:»])/g, NO_BREAK) : pattern;
