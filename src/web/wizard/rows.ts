import type { FormValues } from '../page/index.js';
import type { Field } from './fields.js';

type Values = Record<string, string | string[] | undefined>;

/** Numbers of the rows that a form has of a list, in their order. */
export function rowsOf(values: Readonly<Record<string, unknown>>, name: string): number[] {
  const found = Object.keys(values).flatMap((key) => {
    if (!key.startsWith(`${name}.`)) return [];
    const [, number] = /^(\d{1,3})\./.exec(key.slice(name.length + 1)) ?? [];
    return number === undefined ? [] : [Number(number)];
  });
  return [...new Set(found)].sort((a, b) => a - b);
}

const isBlank = (value: Values[string]): boolean => [value ?? ''].flat().every((text) => text.trim() === '');

/**
 * The form with its rows numbered from 0 without gaps, those without a word left out, so that faults name the rows as they are shown again.
 * @param without a row to leave out, such as `requirements.1`
 */
export function compacted(values: FormValues, fields: readonly Field[], without?: string): Values {
  const kept = Object.entries(values).filter(([key]) => without === undefined || !key.startsWith(`${without}.`));
  return fields.reduce<Values>((all, field) => compactField(all, field, field.name), Object.fromEntries(kept));
}

function compactField(values: Values, field: Field, name: string): Values {
  if (field.type === 'group') return field.fields.reduce((all, one) => compactField(all, one, `${name}.${one.name}`), values);
  if (field.type !== 'rows') return values;
  const hidden = field.fields.filter(({ type }) => type === 'key').map((one) => one.name);
  const isSaid = (row: number): boolean =>
    Object.entries(values).some(
      ([key, value]) => key.startsWith(`${name}.${row}.`) && !hidden.some((one) => key === `${name}.${row}.${one}`) && !isBlank(value),
    );
  const rows = rowsOf(values, name).filter(isSaid);
  const moved = Object.entries(values).flatMap(([key, value]): [string, Values[string]][] => {
    const at = rows.findIndex((row) => key.startsWith(`${name}.${row}.`));
    if (at >= 0) return [[`${name}.${at}.${key.slice(`${name}.${rows[at]}.`.length)}`, value]];
    return rowsOf({ [key]: value }, name).length > 0 ? [] : [[key, value]];
  });
  return rows
    .flatMap((_, at) => field.fields.map((one) => ({ one, at })))
    .reduce<Values>((all, { one, at }) => compactField(all, one, `${name}.${at}.${one.name}`), Object.fromEntries(moved));
}
