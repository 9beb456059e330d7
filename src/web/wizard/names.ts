import { type CodeBook, NAME_LANGUAGES, nameOf, type Scheme } from '../../modules/taxonomy/index.js';

/** What people write names of: countries, groups of countries and regions; languages. */
export type Named = 'place' | 'language';

const SCHEMES: Readonly<Record<Named, readonly { scheme: Scheme; prefix: string }[]>> = {
  place: [
    { scheme: 'country', prefix: '' },
    { scheme: 'region', prefix: 'region:' },
    { scheme: 'group', prefix: 'group:' },
  ],
  language: [{ scheme: 'language', prefix: '' }],
};

const known = new WeakMap<CodeBook, Map<Named, Map<string, string>>>();

/** Case, accents and signs between words do not count: "cote d ivoire" is Côte d’Ivoire. */
const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The code behind a name in any of the languages, or a code itself; undefined for what is none. */
export const codeOf = (book: CodeBook, of: Named, name: string): string | undefined => indexOf(book, of).get(plain(name));

/** The name of a place (`KE`, `group:LDC`, `region:014`) or a language in a reader's language. */
export function nameOfCode(book: CodeBook, of: Named, code: string, language: string): string {
  const at = SCHEMES[of].find(({ prefix }) => prefix !== '' && code.startsWith(prefix)) ?? SCHEMES[of][0]!;
  const item = book.item(at.scheme, code.slice(at.prefix.length).split(of === 'language' ? '-' : ' ')[0] ?? '');
  return item ? nameOf(item, language) : code;
}

function indexOf(book: CodeBook, of: Named): Map<string, string> {
  const books = known.get(book) ?? new Map<Named, Map<string, string>>();
  known.set(book, books);
  const made = books.get(of) ?? makeIndex(book, of);
  books.set(of, made);
  return made;
}

function makeIndex(book: CodeBook, of: Named): Map<string, string> {
  const index = new Map<string, string>();
  for (const { scheme, prefix } of SCHEMES[of])
    for (const item of book.items(scheme))
      for (const name of [item.code, `${prefix}${item.code}`, ...NAME_LANGUAGES.map((language) => nameOf(item, language))])
        // A country before a region of the same name.
        if (!index.has(plain(name))) index.set(plain(name), `${prefix}${item.code}`);
  return index;
}
