import { longDate } from '../../platform/i18n/locales.js';
import { Messages } from '../../platform/i18n/messages.js';
import type { CodeBook, Scheme } from '../taxonomy/index.js';

export const matchMessages = Messages.from(new URL('./locales/', import.meta.url));

/** A key of the message catalogue with its parameters, and the words in the reader's language. */
export interface Explained {
  key: string;
  params: Record<string, string | number>;
  /** Null when this release has no words for the key (an older engine's). */
  text: string | null;
}

type Params = Readonly<Record<string, string | number>>;

/** Which list a parameter is a code of; by key where one name means different things. */
function schemeOf(key: string, param: string, value: string): Scheme | null {
  if (key.includes('.sector.') && ['asked', 'offered', 'code'].includes(param))
    return value.length > 3 ? 'crs' : value.length > 2 ? 'crs-category' : 'crs-group';
  if (key.includes('.sdg.') && param === 'code') return value.includes('.') ? 'sdg-target' : 'sdg-goal';
  if (key.startsWith('factor.setting.') && param === 'language') return null;
  return SCHEME_OF[param] ?? null;
}

const SCHEME_OF: Readonly<Record<string, Scheme>> = {
  country: 'country',
  nearest: 'country',
  attribute: 'attribute',
  language: 'language',
  cooperation: 'cooperation',
};

/** Which parameters a text may leave out: ICU wants every name it asks about. */
const ABSENT = { readiness: 'undefined', attribute: 'undefined' };

/** The words of an explanation: codes are named from the code lists and days written out, in the reader's language. */
export function explain({ key, params }: { key: string; params: Params }, language: string, book: CodeBook): Explained {
  const worded = (name: string, value: string | number, spoken: string): string | number => {
    if (typeof value === 'number') return value;
    if (name === 'date') return longDate(value, spoken);
    const scheme = schemeOf(key, name, value);
    return scheme ? book.name(scheme, value, spoken) : value;
  };
  const named = (spoken: string) => Object.entries(params).map(([name, value]) => [name, worded(name, value, spoken)] as const);
  const text = matchMessages.text(language, key, (spoken) => ({ ...ABSENT, ...Object.fromEntries(named(spoken)) }));
  return { key, params: { ...params }, text };
}

/** Short name of a factor or rule, for headings. */
export const headingOf = (key: string, language: string): string | null => matchMessages.text(language, key);
