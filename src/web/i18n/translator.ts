import { IntlMessageFormat } from 'intl-messageformat';
import type { ComponentChildren } from 'preact';
import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { LANGUAGES, localeOf, SOURCE_LANGUAGE, type Language } from '../../platform/i18n/locales.js';
import { typeset } from '../../platform/i18n/typesetting.js';
import type { PluralForms } from '../components/index.js';
import type { MessageKey } from './areas.js';

export type MessageValues = Readonly<Record<string, string | number | Date>>;
/** Elements of a text: `<a>here</a>` in the message calls the function `a` with what stands between. */
export type MessageParts = Readonly<Record<string, string | number | ((children: ComponentChildren) => ComponentChildren)>>;

/** Numbers that between them meet every plural category of our languages; the last of a category counts. */
const SAMPLES = [1_000_000, 0, 1, 2, 3, 11, 100, 5];

type Catalogue = Readonly<Record<string, string>>;
const FOLDER = path.join(import.meta.dirname, '../locales');

const read = (language: Language): Catalogue =>
  Object.assign(
    {},
    ...readdirSync(path.join(FOLDER, language))
      .filter((file) => file.endsWith('.json'))
      .map((file) => JSON.parse(readFileSync(path.join(FOLDER, language, file), 'utf8')) as Catalogue),
  ) as Catalogue;

/** The pages' texts in one language. That every language has every text, with the same placeholders, is held by a test. */
export class Translator {
  private readonly compiled = new Map<string, IntlMessageFormat>();

  private constructor(
    readonly language: Language,
    private readonly catalogue: Catalogue,
  ) {}

  private static readonly all = new Map(LANGUAGES.map((language) => [language, new Translator(language, read(language))]));

  static for(language: Language): Translator {
    return Translator.all.get(language) ?? (Translator.all.get(SOURCE_LANGUAGE) as Translator);
  }

  /** The text of a key. @throws Error where a value that the text names is not given. */
  text(key: MessageKey, values?: MessageValues): string {
    return String(this.format(key).format(values));
  }

  /** The same with elements in it: `rich('terms.accept', { a: (words) => <a href="…">{words}</a> })`. */
  rich(key: MessageKey, parts: MessageParts): ComponentChildren {
    return this.format(key).format<ComponentChildren>(parts as Record<string, never>) as ComponentChildren;
  }

  /** A text with a `count`, by plural category, `%{count}` standing for the number: for scripts that count in the browser. */
  plurals(key: MessageKey): PluralForms {
    const rules = new Intl.PluralRules(localeOf(this.language));
    const forms = SAMPLES.map((count): [string, string] => [
      rules.select(count),
      this.text(key, { count }).replace(new Intl.NumberFormat(localeOf(this.language)).format(count), '%{count}'),
    ]);
    return Object.fromEntries(forms) as PluralForms;
  }

  /** Whether there is such a text; for keys that come from codes of the data. */
  has(key: string): key is MessageKey {
    return Object.hasOwn(this.catalogue, key);
  }

  private format(key: MessageKey): IntlMessageFormat {
    let format = this.compiled.get(key);
    if (!format) {
      const pattern = this.catalogue[key];
      if (pattern === undefined) throw new Error(`no text "${key}" in ${this.language}`);
      this.compiled.set(key, (format = new IntlMessageFormat(typeset(this.language, pattern), localeOf(this.language))));
    }
    return format;
  }
}
