import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import type { Language } from '../../src/platform/i18n/locales.js';

type Texts = Record<string, string>;
const FOLDER = 'src/web/locales';

/** The texts of the pages in a language, area by area. */
export const areasOf = (language: Language): Texts[] =>
  readdirSync(path.join(FOLDER, language)).map((file) => JSON.parse(readFileSync(path.join(FOLDER, language, file), 'utf8')) as Texts);

/** All of them, by key. */
export const textsIn = (language: Language): Texts => Object.assign({}, ...areasOf(language)) as Texts;

export const englishTexts = (): Texts => textsIn('en');
