import type { z } from 'zod';
import { type Fault, FAULTS_MAX } from '../../kernel/errors.js';

type RawIssue = z.core.$ZodRawIssue;

const NAMES: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  date: 'a date',
};
const FORMATS: Record<string, string> = {
  email: 'an e-mail address such as "ana@example.org"',
  url: 'an address such as "https://example.org"',
  uuid: 'an id (UUID)',
  guid: 'an id (UUID)',
  date: 'a date such as "2027-01-31"',
  datetime: 'a time such as "2027-01-31T12:00:00Z"',
};
const UNITS: Record<string, string> = { string: 'characters', array: 'entries', set: 'entries' };

/** Words with the remedy, for every check whose schema does not bring its own. */
export function remedy(issue: RawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type': {
      const due = NAMES[issue.expected] ?? `a ${issue.expected}`;
      return issue.input === undefined ? `This is missing: give ${due}.` : `Give ${due}.`;
    }
    case 'too_small':
      if (issue.origin === 'string' && Number(issue.minimum) === 1) return 'This may not be empty.';
      return `Give at least ${String(issue.minimum)}${unit(issue.origin)}.`;
    case 'too_big':
      return `Give at most ${String(issue.maximum)}${unit(issue.origin)}.`;
    case 'invalid_format':
      return FORMATS[issue.format] ? `Give ${FORMATS[issue.format]}.` : 'This does not have the right form.';
    case 'invalid_value':
      return `Give ${choices(issue.values)}.`;
    case 'invalid_union':
      if (namesForm(issue))
        return isMissing(issue) ? `This is missing: give ${choices(issue.options)}.` : `Give ${choices(issue.options)}.`;
      return issue.input === undefined ? 'This is missing.' : 'This fits none of the forms that are allowed here.';
    default:
      return undefined;
  }
}

const choices = (values: readonly unknown[]): string =>
  `${values.length > 1 ? 'one of ' : ''}${values.map((value) => JSON.stringify(value)).join(', ')}`;

/** A union whose forms are told apart by one field, which names none of them. */
interface FormNamed {
  discriminator: string;
  options: readonly unknown[];
  input?: unknown;
}
const namesForm = (issue: object): issue is FormNamed => 'discriminator' in issue && 'options' in issue;
const isMissing = ({ discriminator, input }: FormNamed): boolean => (input as Record<string, unknown>)[discriminator] === undefined;

const unit = (origin: string): string => (UNITS[origin] ? ` ${UNITS[origin]}` : '');

/** The faults of a request, one for each path and key. */
export const faultsOf = (issues: readonly z.core.$ZodIssue[]): Fault[] => issues.flatMap((issue) => faults(issue, [])).slice(0, FAULTS_MAX);

function faults(issue: z.core.$ZodIssue, above: readonly PropertyKey[]): Fault[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: dotted([...path, key]),
      code: 'unknown',
      message: 'There is no such field: leave it out or correct its name.',
    }));
  if (issue.code === 'invalid_union') {
    // The form that was nearest says most; zod lists the issues of each.
    const nearest = [...issue.errors].filter((of) => of.some(({ path: at }) => at.length > 0)).sort((a, b) => a.length - b.length)[0];
    if (nearest) return nearest.flatMap((inner) => faults(inner, path));
  }
  const params = paramsOf(issue);
  return [{ path: dotted(path), code: codeOf(issue), message: issue.message, ...(params && { params }) }];
}

const dotted = (path: readonly PropertyKey[]): string => path.map(String).join('.').slice(0, 500);

function paramsOf(issue: z.core.$ZodIssue): Fault['params'] {
  switch (issue.code) {
    case 'too_small':
      return { count: Number(issue.minimum), of: issue.origin };
    case 'too_big':
      return { count: Number(issue.maximum), of: issue.origin };
    case 'invalid_format':
      return { format: issue.format };
    default:
      return undefined;
  }
}

function codeOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.startsWith('This is missing') || issue.input === undefined ? 'required' : 'type';
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array' ? 'too-short' : 'too-small';
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array' ? 'too-long' : 'too-big';
    case 'invalid_format':
      return 'format';
    case 'invalid_value':
      return 'choice';
    case 'invalid_union':
      return namesForm(issue) ? (isMissing(issue) ? 'required' : 'choice') : 'form';
    case 'custom':
      return typeof issue.params?.code === 'string' ? issue.params.code : 'rule';
    default:
      return 'form';
  }
}
