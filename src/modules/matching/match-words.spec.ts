import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LANGUAGES } from '../../platform/i18n/locales.js';
import { loadCodeBookFromFiles } from '../taxonomy/index.js';
import { explain, headingOf, matchMessages } from './match-words.js';
import { RULE_KEYS } from './scoring/index.js';
import { FACTOR_KEYS } from '../catalogue/index.js';

const book = loadCodeBookFromFiles();

/** Every key that the scoring source builds, read off its calls. */
function keysInSource(): Set<string> {
  const keys = new Set<string>();
  for (const part of ['factors', 'rules'] as const) {
    const folder = fileURLToPath(new URL(`./scoring/${part}/`, import.meta.url));
    for (const file of readdirSync(folder).filter((name) => /\.(factor|rules?)\.ts$/.test(name))) {
      const source = readFileSync(folder + file, 'utf8');
      const owner = (part === 'factors' ? /factor\('([a-z]+)'/ : /rule\('([a-z]+)'/).exec(source)?.[1];
      if (!owner) throw new Error(`${file} builds nothing`);
      if (part === 'factors') {
        if (source.includes('silent(')) keys.add(`factor.${owner}.not-stated`);
        for (const [, word] of source.matchAll(/silent\('([a-z-]+)'/g)) keys.add(`advice.${owner}.${word}`);
        for (const [, word] of source.matchAll(/advise\((?:found|advised|out\('[^']*'\)), '([a-z-]+)'/g))
          keys.add(`advice.${owner}.${word}`);
        for (const [, word] of source.matchAll(/\bout\('([a-z-]+)'/g)) keys.add(`factor.${owner}.${word}`);
        for (const [, word] of source.matchAll(/\bof\([^']*'([a-z-]+)'/g)) keys.add(`factor.${owner}.${word}`);
      } else if (file.endsWith('.rule.ts')) {
        for (const [, word] of source.matchAll(/\b(?:passed|failed|unknown)\('([a-z-]+)'/g)) keys.add(`rule.${owner}.${word}`);
      }
    }
  }
  return keys;
}

describe('words for explanations', () => {
  it('exist in English for every key that scoring builds', () => {
    const known = new Set(matchMessages.keys);
    expect([...keysInSource()].filter((key) => !known.has(key))).toEqual([]);
  });

  it('name every factor and rule', () => {
    for (const language of LANGUAGES)
      for (const key of [...FACTOR_KEYS.map((k) => `factor.${k}`), ...RULE_KEYS.map((k) => `rule.${k}`)])
        expect(headingOf(key, language)).toMatch(/\p{L}/u);
  });

  it('render in every language whatever parameters are there', () => {
    const params = {
      asked: 3,
      offered: '14030',
      met: 2,
      shared: 2,
      code: '6.1',
      country: 'KE',
      nearest: 'TZ',
      nearness: 80,
      days: 4,
      date: '2026-01-01',
    };
    const more = {
      stated: 2,
      of: 4,
      uses: 1,
      results: 1,
      replications: 0,
      attribute: 'flow-rate',
      language: 'fr',
      cooperation: 'sale',
      from: 'USD',
      to: 'EUR',
      rule: 'money',
      lot: 'pumps',
    };
    for (const language of LANGUAGES)
      for (const key of matchMessages.keys)
        expect(explain({ key, params: { ...params, ...more } }, language, book).text).toMatch(/^[^{}]*\p{L}[^{}]*$/u);
  });

  it('name codes in the reader’s language and leave the parameters as they are', () => {
    const country = { key: 'rule.countries.refused-by-offer', params: { country: 'MZ' } };
    expect(explain(country, 'en', book)).toEqual({ ...country, text: 'The offer excludes Mozambique.' });
    expect(explain(country, 'fr-CA', book).text).toBe('L’offre exclut ce pays\u00a0: Mozambique.');
    expect(explain({ key: 'factor.maturity.technology', params: { uses: 0 } }, 'en', book).text).toBe(
      'Readiness level not stated; used in no known place.',
    );
    expect(explain({ key: 'warning.confirm', params: { rule: 'money' } }, 'en', book).text).toBe('To be confirmed: money.');
    expect(explain({ key: 'rule.open.need-expired', params: { date: '2026-01-31' } }, 'es', book).text).toBe(
      'La necesidad venció el 31 de enero de 2026.',
    );
    expect(explain({ key: 'factor.freshness.confirmed', params: { days: 11 } }, 'ar', book).text).toBe('أُكِّد قبل 11 يوما.');
    expect(explain({ key: 'factor.freshness.confirmed', params: { days: 22 } }, 'ru', book).text).toBe('Подтверждено 22 дня назад.');
    expect(explain({ key: 'factor.of-an-older-engine', params: {} }, 'en', book).text).toBeNull();
  });
});
