import type { Scheme } from '../../modules/taxonomy/index.js';
import { READINESS, READINESS_WORDS } from '../listing/readiness.js';
import type { Reader } from '../page/reader.js';
import { type Filter, FILTERS, type SearchAddress } from './search-address.js';

const SCHEME: Partial<Record<Filter, Scheme>> = { country: 'country', group: 'group', instrument: 'finance-type' };

/** A value of a filter in the reader's words; as it is written where there is no such value. */
export function valueName({ translator, t, name, format }: Reader, filter: Filter, code: string): string {
  const scheme = SCHEME[filter];
  if (scheme) return name(scheme, code);
  if (filter === 'crs') return name(code.length === 2 ? 'crs-group' : code.length === 3 ? 'crs-category' : 'crs', code);
  if (filter === 'sdg') return code.includes('.') ? `${code} ${name('sdg-target', code)}` : `${code} ${name('sdg-goal', code)}`;
  if (filter === 'lang') return /^[a-z]{2,3}$/.test(code) ? format.languageName(code) : code;
  const key = filter === 'kind' ? `kind.${code}` : `search.${filter}.${code}`;
  return translator.has(key) ? t(key) : code;
}

export interface Choice {
  filter: Filter;
  text: string;
  /** The codes that go with it. */
  codes: readonly string[];
}

/** What has been chosen, each with what taking it away takes away. */
export const choicesOf = (reader: Reader, address: SearchAddress): Choice[] =>
  FILTERS.flatMap((filter): Choice[] => {
    const codes = address.valuesOf(filter);
    if (filter !== 'readiness') return codes.map((code) => ({ filter, codes: [code], text: valueName(reader, filter, code) }));
    return READINESS_WORDS.map((word) => ({ word, levels: READINESS[word].map(String).filter((level) => codes.includes(level)) }))
      .filter(({ levels }) => levels.length > 0)
      .map(({ word, levels }) => ({ filter, codes: levels, text: reader.t(`readiness.${word}`) }));
  });
