import { z } from 'zod';
import type { FormInput } from '../../page/index.js';
import { linesOf, pairsIn } from '../frame/index.js';

/** As much of JSON Schema as the values of rules use. */
export interface ValueSchema {
  type?: string;
  properties?: Record<string, ValueSchema>;
  items?: ValueSchema;
  additionalProperties?: ValueSchema | boolean;
  enum?: unknown[];
}

/** How a part of a value is asked for. */
export type ValueField =
  | { kind: 'number' | 'text' | 'flag'; name: string }
  | { kind: 'list' | 'pairs'; name: string; of: ValueSchema }
  | { kind: 'rows'; name: string; columns: ValueField[] }
  | { kind: 'group'; name: string; fields: ValueField[] }
  | { kind: 'json'; name: string };

/** Rows that a table of fields shows beyond those it has. */
const SPARE_ROWS = 2;

export const schemaOf = (schema: z.ZodType): ValueSchema => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as ValueSchema;

const LEAVES: Record<string, 'number' | 'text' | 'flag'> = { integer: 'number', number: 'number', string: 'text', boolean: 'flag' };
const isLeaf = ({ type = '' }: ValueSchema): boolean => type in LEAVES && type !== 'boolean';

/** The field or fields for a value of this form; JSON where it has a form that no field fits. */
export function fieldFor(schema: ValueSchema, name: string): ValueField {
  const { type = '', properties, items, additionalProperties } = schema;
  const leaf = LEAVES[type];
  if (leaf) return { kind: leaf, name };
  if (type === 'array' && items && isLeaf(items)) return { kind: 'list', name, of: items };
  if (type === 'array' && items?.properties) {
    const columns = Object.entries(items.properties).map(([key, of]) => fieldFor(of, key));
    if (columns.every(({ kind }) => ['number', 'text', 'flag'].includes(kind))) return { kind: 'rows', name, columns };
  }
  if (properties) return { kind: 'group', name, fields: Object.entries(properties).map(([key, of]) => fieldFor(of, `${name}.${key}`)) };
  if (type === 'object' && typeof additionalProperties === 'object') {
    const list = additionalProperties.type === 'array' && additionalProperties.items !== undefined && isLeaf(additionalProperties.items);
    if (isLeaf(additionalProperties) || list) return { kind: 'pairs', name, of: additionalProperties };
  }
  return { kind: 'json', name };
}

const plain = (text: string, { type }: ValueSchema): unknown => {
  const number = Number(text.replace(',', '.'));
  return (type === 'integer' || type === 'number') && text !== '' && Number.isFinite(number) ? number : text;
};
const listIn = (text: string, of: ValueSchema): unknown[] =>
  text
    .split(/[\n,;،、]+/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => plain(one, of));

/** What the form says of a value; what cannot be read stays as it is, so that the rule names it. */
export function readValue(field: ValueField, form: FormInput): unknown {
  switch (field.kind) {
    case 'number':
      return form.number(field.name);
    case 'text':
      return form.text(field.name);
    case 'flag':
      return form.boolean(field.name) ?? false;
    case 'list':
      return listIn(form.text(field.name) ?? '', field.of);
    case 'pairs': {
      const { items } = field.of;
      const read = (text: string) => (items ? listIn(text, items) : plain(text, field.of));
      return Object.fromEntries(Object.entries(pairsIn(form.text(field.name) ?? '')).map(([key, text]) => [key, read(text)]));
    }
    case 'rows':
      return form.rows(field.name, (row) => Object.fromEntries(field.columns.map((column) => [column.name, readValue(column, row)])));
    case 'group': {
      const parts = field.fields.map((part) => [part.name.slice(field.name.length + 1), readValue(part, form)]);
      return Object.fromEntries(parts.filter(([, value]) => value !== undefined));
    }
    case 'json':
      return jsonIn(form.text(field.name) ?? '');
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

type Shown = Record<string, string>;
const together = (parts: readonly Shown[]): Shown => Object.assign({}, ...parts) as Shown;
const partOf = (value: unknown, key: string | number): unknown => (value as Record<string | number, unknown> | undefined)?.[key];

/** A value as the form shows it. */
export function shownValue(field: ValueField, value: unknown): Shown {
  switch (field.kind) {
    case 'list':
      return { [field.name]: ((value as unknown[] | undefined) ?? []).join(', ') };
    case 'pairs':
      return { [field.name]: linesOf((value as Record<string, unknown> | undefined) ?? {}) };
    case 'rows': {
      const row = (at: string, index: number): Shown =>
        together(
          field.columns.map((column) => shownValue({ ...column, name: `${at}.${column.name}` }, partOf(partOf(value, index), column.name))),
        );
      return together(rowsOf(field.name, value).map(row));
    }
    case 'group':
      return together(field.fields.map((one) => shownValue(one, partOf(value, one.name.slice(field.name.length + 1)))));
    case 'json':
      return { [field.name]: JSON.stringify(value, null, 2) };
    default:
      return { [field.name]: typeof value === 'string' || typeof value === 'number' ? String(value) : value === true ? 'true' : '' };
  }
}

/** Names of the rows that are shown for a value. */
export const rowsOf = (name: string, value: unknown): string[] =>
  Array.from({ length: ((value as unknown[] | undefined)?.length ?? 0) + SPARE_ROWS }, (_, index) => `${name}.${index}`);
