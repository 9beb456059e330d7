import type { Attributes } from './attributes.js';
import type { PluralForms } from './words.js';

/** Words for the browser's script, which reads them from `data-i18n.<key>` or, by plural category, `data-i18n.<key>.<category>`. */
export const scriptWords = (words: Record<string, string | PluralForms>): Attributes =>
  Object.fromEntries(
    Object.entries(words).flatMap(([key, said]) =>
      typeof said === 'string'
        ? [[`data-i18n.${key}`, said]]
        : Object.entries(said).map(([category, form]) => [`data-i18n.${key}.${category}`, form]),
    ),
  );
