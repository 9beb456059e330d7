import type { Fault } from '../../kernel/errors.js';
import type { Translation } from './content.schemas.js';
import type { AnyContent } from './listing-kinds.js';

/** A field in another language than the source, and how much its reader may rely on it. */
export interface Reading {
  text: string;
  language: string;
  origin: Translation['origin'];
  /** Somebody who knows both languages has compared it with the source. */
  checked: boolean;
}

type Texts = Pick<Translation, 'title' | 'teaser' | 'description' | 'details'>;

const base = (tag: string): string => tag.split('-')[0]!.toLowerCase();

/** The texts of an entry, by path: `title`, `details.problem`. */
export function fieldsOf({ title, teaser, description, details = {} }: Texts): [string, string][] {
  const fields = [
    ['title', title],
    ['teaser', teaser],
    ['description', description],
  ] as const;
  const all = [...fields, ...Object.entries(details).map(([name, text]) => [`details.${name}`, text] as const)];
  return all.flatMap(([path, text]) => (text === undefined ? [] : [[path, text]]));
}

/** In a language, what a person wrote stands before what a machine did, and what was checked before what was not. */
const trust = ({ origin, checkedBy }: Translation): number => (origin === 'machine' ? 0 : 2) + (checkedBy === undefined ? 0 : 1);

/**
 * The fields that a reader gets in another language than the source, by path: for each the first language of her preference that there is.
 * A field that is missing here is read in the source language. Texts: those of the content that she may see.
 */
export function readingsFor(texts: readonly Translation[], source: string, preferred: readonly string[]): Record<string, Reading> {
  const readings = new Map<string, Reading>();
  const settled = new Set<string>();
  for (const wanted of preferred.map(base)) {
    if (wanted === base(source)) break;
    const entries = texts.filter(({ language }) => base(language) === wanted).sort((a, b) => trust(b) - trust(a));
    for (const entry of entries)
      for (const [path, text] of fieldsOf(entry))
        if (!settled.has(path)) {
          settled.add(path);
          readings.set(path, { text, language: entry.language, origin: entry.origin, checked: entry.checkedBy !== undefined });
        }
  }
  return Object.fromEntries(readings);
}

/** Faults of the texts in other languages: fields that are none, and fields given twice in one language and way. */
export function translationFaults({ texts }: AnyContent, source: string, textFields: readonly string[]): Fault[] {
  const seen = new Set<string>();
  return texts.flatMap((entry, i): Fault[] => {
    const faults: Fault[] = [];
    if (entry.language === source)
      faults.push({
        path: `texts.${i}.language`,
        code: 'source',
        message: 'This is the language of the listing itself: write it in its own fields.',
      });
    for (const name of Object.keys(entry.details ?? {}))
      if (!textFields.includes(name))
        faults.push({
          path: `texts.${i}.details.${name}`,
          code: 'unknown',
          message: `No text of this kind: choose among ${textFields.join(', ')}.`,
        });
    for (const [path] of fieldsOf(entry)) {
      const key = `${entry.language} ${path}`;
      if (seen.has(key))
        faults.push({ path: `texts.${i}.${path}`, code: 'repeated', message: 'There is a text in this language already.' });
      seen.add(key);
    }
    return faults;
  });
}

/** Only she herself says that somebody has checked a text: faults of new names. `before`: the texts until now. */
export function checkFaults({ texts }: AnyContent, before: readonly Translation[], personId: string | null): Fault[] {
  const known = (entry: Translation): boolean =>
    before.some((one) => one.language === entry.language && one.checkedBy === entry.checkedBy && sameFields(one, entry));
  return texts.flatMap((entry, i): Fault[] => {
    if (entry.checkedBy === undefined || entry.checkedBy === personId || known(entry)) return [];
    const message = 'Who has checked a text says so herself: give your own id, or leave it out. A text that was changed is checked anew.';
    return [{ path: `texts.${i}.checkedBy`, code: 'not-you', message }];
  });
}

const sameFields = (a: Texts, b: Texts): boolean => JSON.stringify(fieldsOf(a).sort()) === JSON.stringify(fieldsOf(b).sort());
