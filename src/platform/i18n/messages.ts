import { IntlMessageFormat } from 'intl-messageformat';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { localeOf, SOURCE_LANGUAGE } from './locales.js';
import { typeset } from './typesetting.js';

export { SOURCE_LANGUAGE };

export type MessageParams = Readonly<Record<string, string | number | boolean | Date | null | undefined>>;
type Catalogue = Readonly<Record<string, string>>;

/** Texts in ICU message format, by language. A module keeps its own in `locales/<language>.json` beside its code. */
export class Messages {
  private readonly compiled = new Map<string, IntlMessageFormat>();

  constructor(private readonly catalogues: ReadonlyMap<string, Catalogue>) {
    if (!catalogues.has(SOURCE_LANGUAGE)) throw new Error(`texts without their source language ${SOURCE_LANGUAGE}`);
  }

  /** @param folder of the catalogues, e.g. `new URL('./locales/', import.meta.url)`. */
  static from(folder: URL): Messages {
    const path = fileURLToPath(folder);
    const files = readdirSync(path).filter((file) => file.endsWith('.json'));
    return new Messages(
      new Map(files.map((file) => [basename(file, '.json'), JSON.parse(readFileSync(join(path, file), 'utf8')) as Catalogue])),
    );
  }

  get languages(): string[] {
    return [...this.catalogues.keys()];
  }

  /** Every key of the source language. */
  get keys(): string[] {
    return Object.keys(this.catalogues.get(SOURCE_LANGUAGE) ?? {});
  }

  /** The text of a key as it is written, by language. */
  patterns(key: string): Map<string, string> {
    return new Map(
      [...this.catalogues].flatMap(([language, { [key]: pattern }]): [string, string][] =>
        pattern === undefined ? [] : [[language, pattern]],
      ),
    );
  }

  /** The keys of the source language that a language has no text for. */
  missing(language: string): string[] {
    const catalogue = this.catalogues.get(language) ?? {};
    return this.keys.filter((key) => catalogue[key] === undefined);
  }

  /**
   * The text in the reader's language (`pt-BR` is read as `pt` where there is no other), else in English; null for an unknown key.
   * Names and dates in it are best given by a function of the language it is found in, so that a text is in one language.
   * @param own texts of the house by language, which come before the catalogue's.
   */
  text(
    language: string,
    key: string,
    params: MessageParams | ((language: string) => MessageParams) = {},
    own: ReadonlyMap<string, string> = new Map(),
  ): string | null {
    for (const candidate of [language, language.split('-')[0] ?? '', SOURCE_LANGUAGE]) {
      const pattern = own.get(candidate) ?? this.catalogues.get(candidate)?.[key];
      if (pattern !== undefined)
        return String(this.format(candidate, pattern).format(typeof params === 'function' ? params(candidate) : params));
    }
    return null;
  }

  private format(language: string, pattern: string): IntlMessageFormat {
    const id = `${language} ${pattern}`;
    let format = this.compiled.get(id);
    if (!format) {
      format = new IntlMessageFormat(typeset(language, pattern), localeOf(language), undefined, { ignoreTag: true });
      this.compiled.set(id, format);
    }
    return format;
  }
}
