import { randomUUID } from 'node:crypto';
import type { Fault } from '../../kernel/errors.js';
import type { CodeBook } from '../../modules/taxonomy/index.js';
import { dateNames } from '../components/index.js';
import type { FormInput, FormValues, Reader } from '../page/index.js';
import { type Field, type FieldOf, orName } from './fields.js';
import { codeOf, type Named, nameOfCode } from './names.js';
import { rowsOf } from './rows.js';

/** What answers are read and shown with. */
export interface Tools {
  reader: Pick<Reader, 't' | 'language'>;
  book: CodeBook;
}

type Content = Readonly<Record<string, unknown>>;
type Inputs = Record<string, string | string[]>;

const isObject = (value: unknown): value is Content => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a content says at a dotted path. */
export const valueAt = (content: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined), content);

/** Names of the inputs of a field, as many rows as the form has and one more to fill. */
export function inputsOf(field: Field, values: FormValues, name = field.name): string[] {
  switch (field.type) {
    case 'date':
      return [...dateNames(name), orName(name)];
    case 'names':
      return [name, `${name}-tick`];
    case 'readiness':
      return [name, `${name}-exactly`];
    case 'group':
      return [name, orName(name), ...field.fields.flatMap((one) => inputsOf(one, values, `${name}.${one.name}`))];
    case 'rows':
      return [
        name,
        ...Array.from({ length: rowsOf(values, name).length + 1 }, (_, i) => i).flatMap((i) =>
          field.fields.flatMap((one) => inputsOf(one, values, `${name}.${i}.${one.name}`)),
        ),
      ];
    default:
      return [name];
  }
}

/** What the inputs of a field show of a value. */
export function shown(field: Field, value: unknown, tools: Tools, name = field.name): Inputs {
  if (value === undefined || value === null) return {};
  const text = [value as string | number | boolean].flat().join('\n');
  switch (field.type) {
    case 'date':
      return value === field.or ? { [orName(name)]: text } : dayShown(text, name);
    case 'names':
      return namesShown(field, value as string[], tools, name);
    case 'choices':
      return { [name]: [...(value as string[])] };
    case 'country':
      return { [name]: nameOfCode(tools.book, 'place', text, tools.reader.language) };
    case 'measure':
      return { [name]: typeof value === 'boolean' ? tools.reader.t(value ? 'wizard.yes' : 'wizard.no') : text };
    case 'readiness':
      return { [name]: bandOf(Number(value)), [`${name}-exactly`]: text };
    case 'group':
      if (value === field.or) return { [orName(name)]: text };
      return inside(field, value as Content, tools, name);
    case 'rows':
      return Object.assign({}, ...(value as Content[]).map((row, i) => inside(field, row, tools, `${name}.${i}`))) as Inputs;
    default:
      return { [name]: text };
  }
}

const inside = ({ fields }: FieldOf<'group' | 'rows'>, value: Content, tools: Tools, name: string): Inputs =>
  Object.assign({}, ...fields.map((one) => shown(one, value[one.name], tools, `${name}.${one.name}`))) as Inputs;

function dayShown(day: string, name: string): Inputs {
  const [year = '', month = '', date = ''] = day.split('-');
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year };
}

function namesShown({ of, ticks }: FieldOf<'names'>, codes: readonly string[], { book, reader }: Tools, name: string): Inputs {
  const others = codes.filter((code) => !ticks.includes(code)).map((code) => nameOfCode(book, of, code, reader.language));
  return { [`${name}-tick`]: codes.filter((code) => ticks.includes(code)), [name]: others.join('\n') };
}

/** Readiness in four words, each with the levels it stands for; the number in the middle is taken where nobody gives one. */
export const BANDS = [
  { value: '2', levels: [1, 2, 3] },
  { value: '4', levels: [4, 5, 6] },
  { value: '7', levels: [7, 8] },
  { value: '9', levels: [9] },
] as const;
export const bandOf = (level: number): string => BANDS.find(({ levels }) => (levels as readonly number[]).includes(level))?.value ?? '2';

/** What a form says to a field: undefined where it says nothing. Names that are none are noted in `faults`. */
export function read(field: Field, form: FormInput, tools: Tools, faults: Fault[], name = field.name): unknown {
  switch (field.type) {
    case 'number':
      return form.number(name);
    case 'yes-no':
      return form.boolean(name);
    case 'tick':
      return form.text(name) === undefined ? undefined : field.value;
    case 'date':
      return form.date(name) ?? form.text(orName(name));
    case 'lines':
      return some(linesOf(form, name));
    case 'choices':
      return some(form.list(name));
    case 'names':
      return namesRead(field, form, tools, faults, name);
    case 'measure':
      return measured(form, name, tools);
    case 'readiness':
      return readiness(form, name);
    case 'key':
      return form.text(name) ?? `part-${randomUUID().slice(0, 8)}`;
    case 'group':
      return group(field, form, tools, faults, name) ?? form.text(orName(name));
    case 'rows':
      return some(rowsOf(form.values, name).map((i) => group(field, form, tools, faults, `${name}.${i}`) ?? {}));
    case 'country':
      return linesOf(form, name).map((line) => named('place', line, tools, faults, name))[0];
    default:
      return form.text(name);
  }
}

const some = <T>(list: T[]): T[] | undefined => (list.length === 0 ? undefined : list);
const linesOf = (form: FormInput, name: string): string[] => (form.text(name) ?? '').split(/[\r\n;]+/).flatMap((line) => line.trim() || []);

function group({ fields }: FieldOf<'group' | 'rows'>, form: FormInput, tools: Tools, faults: Fault[], name: string): Content | undefined {
  const said = fields.map((one): [Field, unknown] => [one, read(one, form, tools, faults, `${name}.${one.name}`)]);
  // A row that lacks a tick says so: the box is there.
  const answers = said.flatMap(([one, value]): [string, unknown][] => {
    if (one.type === 'tick' && one.value === true) return [[one.name, value === true]];
    return value === undefined ? [] : [[one.name, value]];
  });
  const isSaid = said.some(([one, value]) => value !== undefined && one.type !== 'key');
  return isSaid ? Object.fromEntries(answers) : undefined;
}

function namesRead({ of, ticks }: FieldOf<'names'>, form: FormInput, tools: Tools, faults: Fault[], name: string): string[] | undefined {
  const ticked = form.list(`${name}-tick`).filter((code) => ticks.includes(code));
  const written = linesOf(form, name).map((line) => named(of, line, tools, faults, name));
  return some([...new Set([...ticked, ...written])]);
}

function named(of: Named, line: string, { book }: Tools, faults: Fault[], path: string): string {
  const code = codeOf(book, of, line);
  if (code === undefined)
    faults.push({ path, code: `unknown-${of}`, message: `There is no ${of} called "${line}".`, params: { name: line.slice(0, 60) } });
  return code ?? line;
}

function measured(form: FormInput, name: string, { reader: { t } }: Tools): number | boolean | string | undefined {
  const text = form.text(name)?.toLowerCase();
  if (text === undefined) return undefined;
  if ([t('wizard.yes').toLowerCase(), 'yes', 'true'].includes(text)) return true;
  return [t('wizard.no').toLowerCase(), 'no', 'false'].includes(text) ? false : form.number(name);
}

function readiness(form: FormInput, name: string): number | string | undefined {
  const [band, exactly] = [form.text(name), form.number(`${name}-exactly`)];
  // Whoever chooses another word has left the old number standing.
  if (typeof exactly === 'number' && (band === undefined || bandOf(exactly) === band)) return exactly;
  return band === undefined ? exactly : Number(band);
}
