import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { LANGUAGES, SOURCE_LANGUAGE, type Language } from '../../platform/i18n/locales.js';

const FOLDER = path.join(import.meta.dirname, '../locales');
const REVIEWED = path.join(import.meta.dirname, '../../platform/i18n/reviewed.json');

/** Who has read the texts of a language as somebody who grew up with it, and on which day. */
export interface Review {
  by: string;
  on: string;
}

export interface LanguageCompleteness {
  language: Language;
  /** Texts that English has and this language lacks, by area; areas that are whole are left out. */
  missing: Readonly<Record<string, number>>;
  reviewed: readonly Review[];
}

export interface Completeness {
  /** Texts of each area in English. */
  areas: Readonly<Record<string, number>>;
  languages: readonly LanguageCompleteness[];
}

const json = (file: string): Record<string, unknown> => JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;

/** How whole the texts of the pages are in each language. They are files, so this is the same for as long as the process runs. */
export function completeness(): Completeness {
  const files = readdirSync(path.join(FOLDER, SOURCE_LANGUAGE)).sort();
  const english = new Map(files.map((file) => [path.basename(file, '.json'), Object.keys(json(path.join(FOLDER, SOURCE_LANGUAGE, file)))]));
  const reviewed = json(REVIEWED) as Partial<Record<Language, Review[]>>;
  const lacking = (language: Language): [string, number][] =>
    [...english].flatMap(([area, keys]): [string, number][] => {
      const there = json(path.join(FOLDER, language, `${area}.json`));
      const count = keys.filter((key) => there[key] === undefined).length;
      return count > 0 ? [[area, count]] : [];
    });
  return {
    areas: Object.fromEntries([...english].map(([area, keys]) => [area, keys.length])),
    languages: LANGUAGES.map((language) => ({
      language,
      missing: Object.fromEntries(lacking(language)),
      reviewed: reviewed[language] ?? [],
    })),
  };
}
