import { DATE_PARTS, type DatePart } from './date-input.js';

type Value = string | readonly string[] | undefined;

/** What a form shows: what was entered, and what is wrong with it. Each of its fields is a key of `values`, empty ones too. */
export interface FormState {
  readonly values: Readonly<Record<string, Value>>;
  readonly faults: readonly Fault[];
}

/** `path` names the field (`title`), a part of it (`countries.2`, `starts-month`), or nothing of the form. */
export interface Fault {
  readonly path: string;
  readonly message: string;
}

/** The state of a form with these fields, of which a body may hold some; what else it holds is not shown again. */
export function formState(
  fields: readonly string[],
  body: Readonly<Record<string, unknown>> = {},
  faults: readonly Fault[] = [],
): FormState {
  const value = (name: string): Value => {
    const given = Object.hasOwn(body, name) ? body[name] : undefined;
    if (Array.isArray(given)) return given.filter((one) => typeof one === 'string');
    return typeof given === 'string' ? given : undefined;
  };
  return { values: Object.fromEntries(fields.map((name) => [name, value(name)])), faults };
}

/** @throws for a field that the form does not know: its errors would have no link. */
export function valuesOf(form: FormState, name: string): readonly string[] {
  if (!Object.hasOwn(form.values, name)) throw new Error(`The form has no field ${name}: name it in the fields of formState.`);
  const value = form.values[name];
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}

export const valueOf = (form: FormState, name: string): string | undefined => valuesOf(form, name)[0];

/** Names of the inputs of a date. */
export const dateNames = (name: string, parts: readonly DatePart[] = DATE_PARTS): string[] => parts.map((part) => `${name}-${part}`);

/** Id of the input that a fault is about: the first, where a field has several; none, where it is about no field of the form. */
export function inputOf(form: FormState, path: string): string | undefined {
  const input = [path, ...dateNames(path)].find((name) => Object.hasOwn(form.values, name));
  const end = path.lastIndexOf('.');
  return input ?? (end < 0 ? undefined : inputOf(form, path.slice(0, end)));
}

/** Faults of a field with these inputs. */
export const faultsOf = (form: FormState, inputs: readonly string[]): Fault[] =>
  form.faults.filter(({ path }) => inputs.includes(inputOf(form, path) ?? ''));
