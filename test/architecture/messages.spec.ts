import { IntlMessageFormat } from 'intl-messageformat';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { LANGUAGES, localeOf, SOURCE_LANGUAGE, type Language } from '../../src/platform/i18n/locales.js';

type Texts = Record<string, string>;
type Element = ReturnType<IntlMessageFormat['getAst']>[number];
interface Choice {
  name: string;
  options: string[];
  /** How numbers are counted; null where words are chosen from. */
  counts: Intl.PluralRuleType | null;
}

/** `<folder> <key>` of texts that are rightly the same in English and another language. */
const SAME: readonly string[] = [];

const folders = readdirSync('src', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name === 'locales')
  .map((entry) => path.join(entry.parentPath, entry.name));

const jsonIn = (file: string): Texts => JSON.parse(readFileSync(file, 'utf8')) as Texts;

/** `<language>.json`, or a folder `<language>` with a file for each area. */
function textsOf(folder: string, language: Language): Texts {
  const file = path.join(folder, `${language}.json`);
  if (existsSync(file)) return jsonIn(file);
  const areas = readdirSync(path.join(folder, language)).sort();
  return Object.fromEntries(
    areas.flatMap((area) => Object.entries(jsonIn(path.join(folder, language, area))).map(([key, text]) => [`${area} ${key}`, text])),
  );
}

const parsed = (text: string, language: Language): Element[] =>
  new IntlMessageFormat(text, localeOf(language), undefined, { ignoreTag: true }).getAst();

const isLiteral = ({ type }: Element): boolean => Number(type) === 0;

const everyElement = (elements: readonly Element[]): Element[] =>
  elements.flatMap((element) => [
    element,
    ...('options' in element ? Object.values(element.options).flatMap(({ value }) => everyElement(value)) : []),
  ]);

const namesIn = (elements: readonly Element[]): string[] =>
  [...new Set(elements.flatMap((one) => ('value' in one && !isLiteral(one) ? [one.value] : [])))].sort();

const choicesIn = (elements: readonly Element[]): Choice[] =>
  elements.flatMap((one) =>
    'options' in one
      ? [{ name: one.value, options: Object.keys(one.options), counts: 'pluralType' in one ? (one.pluralType ?? 'cardinal') : null }]
      : [],
  );

const wordChoices = (elements: readonly Element[]): string[] =>
  [
    ...new Set(
      choicesIn(elements)
        .filter(({ counts }) => counts === null)
        .map(({ name, options }) => `${name}: ${options.sort().join(' ')}`),
    ),
  ].sort();

const wordsIn = (elements: readonly Element[]): number =>
  elements.flatMap((one) => (isLiteral(one) && 'value' in one ? (one.value.match(/\p{L}+/gu) ?? []) : [])).length;

function uncounted(elements: readonly Element[], language: Language): string[] {
  return choicesIn(elements).flatMap(({ name, options, counts }) =>
    counts === null
      ? []
      : new Intl.PluralRules(localeOf(language), { type: counts })
          .resolvedOptions()
          .pluralCategories.filter((category) => !options.includes(category))
          .map((category) => `{${name}} lacks ${category}`),
  );
}

it('finds the folders of texts', () => {
  expect(folders).toEqual(expect.arrayContaining(['src/modules/matching/locales', 'src/modules/notifications/locales']));
});

describe.each(folders)('the texts of %s', (folder) => {
  const english = textsOf(folder, SOURCE_LANGUAGE);

  it('are in the seven languages and no other', () => {
    expect([...new Set(readdirSync(folder).map((name) => path.basename(name, '.json')))].sort()).toEqual([...LANGUAGES].sort());
  });

  it.each(LANGUAGES)(
    'are whole in %s: every key, the values English mentions and the choices it offers, each form of counting',
    (language) => {
      const texts = textsOf(folder, language);
      expect(Object.keys(texts).sort()).toEqual(Object.keys(english).sort());
      const faults = Object.entries(texts).flatMap(([key, text]) => {
        const [own, source] = [everyElement(parsed(text, language)), everyElement(parsed(english[key] ?? '', SOURCE_LANGUAGE))];
        const found = uncounted(own, language);
        if (text.trim() === '') found.push('is empty');
        if (namesIn(own).join() !== namesIn(source).join())
          found.push(`mentions ${namesIn(own).join()}, English ${namesIn(source).join()}`);
        if (wordChoices(own).join() !== wordChoices(source).join()) found.push(`offers ${wordChoices(own).join()}`);
        const copied = language !== SOURCE_LANGUAGE && text === english[key] && wordsIn(source) > 2;
        if (copied && !SAME.includes(`${folder} ${key}`)) found.push('is still English');
        return found.map((fault) => `${key} ${fault}`);
      });
      expect(faults).toEqual([]);
    },
  );
});

it('who has reviewed the texts of a language is on record for all but the source, with name and day', () => {
  const reviewed = JSON.parse(readFileSync('src/platform/i18n/reviewed.json', 'utf8')) as Record<string, { by: string; on: string }[]>;
  expect(Object.keys(reviewed).sort()).toEqual(LANGUAGES.filter((language) => language !== SOURCE_LANGUAGE).sort());
  const review = { by: expect.stringMatching(/\S/) as string, on: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string };
  for (const one of Object.values(reviewed).flat()) expect(one).toEqual(review);
});

it('the glossary has every word in every language', () => {
  const rows = readFileSync('docs/glossary.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').slice(1, -1));
  expect(rows[0]?.map((cell) => cell.trim())).toEqual(LANGUAGES);
  expect(rows.length).toBeGreaterThan(40);
  expect(rows.filter((cells) => cells.length !== LANGUAGES.length || cells.some((cell) => cell.trim() === ''))).toEqual([]);
});
