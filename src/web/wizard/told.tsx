import type { ComponentChildren } from 'preact';
import type { CodeBook } from '../../modules/taxonomy/index.js';
import { UserText } from '../components/index.js';
import { measure } from '../listing/measure.js';
import { type Reader, useReader } from '../page/index.js';
import type { Field, FieldOf } from './fields.js';
import { labelOf } from './field-texts.js';
import { nameOfCode } from './names.js';

interface ToldProps {
  field: Field;
  value: unknown;
  /** Of what a person has written. */
  language: string;
  book: CodeBook;
  /** Path, where it is another than the field's name. */
  path?: string;
  /** Of a figure: the row that says what it measures, and in which unit. */
  row?: Row;
}

const isNothing = (value: unknown): boolean => value === undefined || value === null || (Array.isArray(value) && value.length === 0);

/** An answer in the reader's words: for lists of answers, and for what two revisions have differently. */
export const Told = ({ field, value, language, book, path = field.name, row = {} }: ToldProps): ComponentChildren => {
  const reader = useReader();
  if (isNothing(value)) return <span class="gate-quiet">{reader.t('wizard.nothing')}</span>;
  if ('or' in field && value === field.or) return reader.t(`wizard.or.${field.or}` as 'wizard.or.not-known');
  switch (field.type) {
    case 'area':
      return (
        <div class="gate-words">
          <UserText language={language}>{String(value)}</UserText>
        </div>
      );
    case 'lines':
      return <Lines lines={(value as string[]).map((line) => [<UserText language={language}>{line}</UserText>])} />;
    case 'group':
      return <Inside field={field} value={value as Row} language={language} book={book} path={path} />;
    case 'rows':
      return (
        <Lines lines={(value as Row[]).map((row) => [<Inside field={field} value={row} language={language} book={book} path={path} />])} />
      );
    case 'text':
      return <UserText language={language}>{String(value)}</UserText>;
    case 'contact':
      return reader.t('wizard.contact-chosen');
    default:
      return typeof value === 'number' && typeof row['attribute'] === 'string'
        ? measure(reader, value, row['attribute'], row['unit'] as string | undefined)
        : inWords(field, value, reader, book, path);
  }
};

type Row = Readonly<Record<string, unknown>>;

const Lines = ({ lines }: { lines: readonly ComponentChildren[] }) => (
  <ul class="govuk-list govuk-list--bullet">
    {lines.map((line, i) => (
      <li key={i}>{line}</li>
    ))}
  </ul>
);

const Inside = ({ field, value, language, book, path }: ToldProps & { field: FieldOf<'group' | 'rows'>; value: Row; path: string }) => {
  const { translator } = useReader();
  // The unit stands beside each figure.
  const said = field.fields.filter(
    ({ type, name }) => type !== 'key' && type !== 'unit' && !isNothing(value[name]) && value[name] !== false,
  );
  return (
    <span class="gate-answers">
      {said.map((one) => (
        <span key={one.name}>
          <span class="gate-quiet">{asLabel(labelOf(translator, `${path}.${one.name}`))}</span>{' '}
          <Told field={one} value={value[one.name]} language={language} book={book} path={`${path}.${one.name}`} row={value} />
        </span>
      ))}
    </span>
  );
};

/** A question ends with its own sign. */
const asLabel = (text: string): string => (/[?؟？]$/.test(text) ? text : `${text}:`);

/** Answers that are one line of words of ours. */
function inWords(field: Field, value: unknown, { t, name, format, language }: Reader, book: CodeBook, path: string): string {
  const yesNo = (said: boolean): string => t(said ? 'wizard.yes' : 'wizard.no');
  const oneOf = (code: string, { scheme, name: at }: FieldOf<'choice' | 'choices'>): string =>
    scheme ? name(scheme, code) : t(`wizard.choice.${at}.${code}` as 'wizard.choice.comparator.=');
  switch (field.type) {
    case 'number':
      return path.endsWith('year') ? String(value) : format.number(Number(value));
    case 'measure':
      return yesNo(value === true);
    case 'yes-no':
      return yesNo(value === true);
    case 'tick':
      return yesNo(true);
    case 'date':
      return format.date(String(value));
    case 'choice':
      return oneOf(String(value), field);
    case 'choices':
      return format.list((value as string[]).map((code) => oneOf(code, field)));
    case 'names':
      return format.list((value as string[]).map((code) => nameOfCode(book, field.of, code, language)));
    case 'country':
      return name('country', String(value));
    case 'attribute':
      return name('attribute', String(value));
    case 'readiness':
      return `${String(value)} – ${name('trl', String(value))}`;
    default:
      return String(value);
  }
}
