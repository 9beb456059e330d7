import type { Fault } from '../../kernel/errors.js';
import type { CodeBook, Scheme } from '../taxonomy/index.js';
import type { Requirement, Specification } from './content.schemas.js';
import type { AnyContent, CodeUse } from './listing-kinds.js';
import { nearest } from './nearest.js';

const LIST: Partial<Record<Scheme, string>> = {
  crs: 'DAC purpose code',
  'sdg-goal': 'Sustainable Development Goal',
  'sdg-target': 'target of the Sustainable Development Goals',
  'finance-type': 'finance type',
  'flow-type': 'flow type',
};

/** Faults of everything in a content that names an entry of a code list, on a day (UTC, `YYYY-MM-DD`). */
export function codeFaults(content: AnyContent, own: readonly CodeUse[], book: CodeBook, day: string): Fault[] {
  return [
    ...codeUseFaults([...sharedUses(content), ...own], book, day),
    ...places(content).flatMap(({ path, place }) => unknownPlace(path, place, book, day)),
    ...(content.specifications ?? []).flatMap((s, i) => specificationFaults(s, `specifications.${i}`, book)),
    ...(content.requirements ?? []).flatMap((r, i) => requirementFaults(r, `requirements.${i}`, book)),
    ...(content.lots ?? []).flatMap((lot, l) =>
      lot.requirements.flatMap((r, i) => requirementFaults(r, `lots.${l}.requirements.${i}`, book)),
    ),
    ...repeated(content),
    ...shareFaults(content),
  ];
}

/** Faults of single uses of codes. */
export const codeUseFaults = (uses: readonly CodeUse[], book: CodeBook, day: string): Fault[] =>
  uses.flatMap((use) => unknownCode(use, book, day));

/** `pt-BR` is looked up as `pt`. */
export const languageUse = (path: string, tag: string): CodeUse => ({ path, scheme: 'language', code: tag.split('-')[0] ?? tag });

function sharedUses(content: AnyContent): CodeUse[] {
  const uses: CodeUse[] = content.languages.map((tag, i) => languageUse(`languages.${i}`, tag));
  // The patent classes are no list of ours: their shape is all that is checked.
  content.codes.forEach(({ scheme, code }, i) => scheme !== 'ipc' && uses.push({ path: `codes.${i}.code`, scheme, code }));
  content.texts.forEach(({ language }, i) => uses.push(languageUse(`texts.${i}.language`, language)));
  if (content.country !== undefined) uses.push({ path: 'country', scheme: 'country', code: content.country });
  return uses;
}

const places = (content: AnyContent): { path: string; place: string }[] =>
  (['countriesOffered', 'countriesPreferred', 'countriesRefused'] as const).flatMap((field) =>
    (content[field] ?? []).map((place, i) => ({ path: `${field}.${i}`, place })),
  );

function unknownCode({ path, scheme, code }: CodeUse, book: CodeBook, day: string): Fault[] {
  if (book.isCode(scheme, code, day)) return [];
  const known = book.item(scheme, code) !== null;
  const name = LIST[scheme] ?? scheme.replaceAll('-', ' ');
  if (known) return [{ path, code: 'withdrawn', message: `"${code}" is no longer in use as a ${name}: see /api/v1/code-lists/${scheme}.` }];
  return [
    {
      path,
      code: 'unknown-code',
      message: `There is no ${name} "${code}"${suggestion(code, scheme, book, day)}; see /api/v1/code-lists/${scheme}.`,
    },
  ];
}

function suggestion(code: string, scheme: Scheme, book: CodeBook, day: string): string {
  const offered = book.items(scheme).flatMap((item) => (book.isCode(scheme, item.code, day) ? [item.code] : []));
  const found = nearest(code, offered);
  return found === undefined ? '' : `; did you mean "${found}"`;
}

function unknownPlace(path: string, place: string, book: CodeBook, day: string): Fault[] {
  if (book.isPlace(place, day)) return [];
  const [kind, code] = place.includes(':') ? (place.split(':') as ['group' | 'region', string]) : (['country', place] as const);
  return unknownCode({ path, scheme: kind, code }, book, day);
}

const unknownAttribute = (attribute: string, path: string, book: CodeBook): Fault[] => {
  const found = nearest(
    attribute,
    book.items('attribute').map((item) => item.code),
  );
  const message = `There is no attribute "${attribute}"${found ? `; did you mean "${found}"` : ''}; see /api/v1/code-lists/attribute.`;
  return [{ path: `${path}.attribute`, code: 'unknown-code', message }];
};

function unitFaults(attribute: string, unit: string | undefined, path: string, book: CodeBook): Fault[] {
  if (unit === undefined || book.toBaseUnit(attribute, 1, unit) !== null) return [];
  const base = book.attribute(attribute)?.unit;
  const message = base
    ? `"${unit}" does not measure this: give a unit such as "${base}".`
    : 'This is answered by true or false: leave out the unit.';
  return [{ path: `${path}.unit`, code: 'unit', message }];
}

function specificationFaults(s: Specification, path: string, book: CodeBook): Fault[] {
  const attribute = book.attribute(s.attribute);
  if (!attribute) return unknownAttribute(s.attribute, path, book);
  const faults = unitFaults(s.attribute, s.unit, path, book);
  const isRange = s.min !== undefined || s.max !== undefined;
  if (attribute.type === 'boolean' && (isRange || typeof s.value !== 'boolean'))
    faults.push({ path: `${path}.value`, code: 'type', message: 'Answer this attribute by "value": true or false.' });
  if (attribute.type === 'number' && typeof s.value === 'boolean')
    faults.push({ path: `${path}.value`, code: 'type', message: 'Give a number.' });
  return faults;
}

function requirementFaults(r: Requirement, path: string, book: CodeBook): Fault[] {
  const attribute = book.attribute(r.attribute);
  if (!attribute) return unknownAttribute(r.attribute, path, book);
  const faults = unitFaults(r.attribute, r.unit, path, book);
  if (typeof r.value !== attribute.type)
    faults.push({
      path: `${path}.value`,
      code: 'type',
      message: attribute.type === 'boolean' ? 'Ask for true or false.' : 'Give a number.',
    });
  if (attribute.type === 'boolean' && r.comparator !== '=')
    faults.push({ path: `${path}.comparator`, code: 'comparator', message: 'Ask for true or false with the comparator "=".' });
  return faults;
}

function repeated({ codes }: AnyContent): Fault[] {
  const twice = <T>(list: readonly T[], key: (entry: T) => string): number[] => {
    const keys = list.map(key);
    return keys.flatMap((k, i) => (keys.indexOf(k) < i ? [i] : []));
  };
  return [
    ...twice(codes, (c) => `${c.scheme} ${c.code}`).map((i) => ({
      path: `codes.${i}`,
      code: 'repeated',
      message: 'This code is there already: leave out one.',
    })),
  ];
}

/** Where shares are given in a scheme, they cover the whole: the sectors of a report must add up. */
function shareFaults({ codes }: AnyContent): Fault[] {
  return [...new Set(codes.map((c) => c.scheme))].flatMap((scheme) => {
    const shares = codes.filter((c) => c.scheme === scheme).map((c) => c.percentage);
    if (shares.every((share) => share === undefined)) return [];
    const sum = shares.reduce<number>((total, share) => total + (share ?? 0), 0);
    if (Math.abs(sum - 100) < 0.01) return [];
    return [
      {
        path: 'codes',
        code: 'percentage',
        message: `The percentages of scheme "${scheme}" add to ${sum}: make them add to 100, or leave them all out.`,
      },
    ];
  });
}
