import {
  Button,
  CheckboxesField,
  type Choice,
  DateField,
  ErrorMessage,
  faultsOf,
  Fieldset,
  type FormState,
  Hint,
  RadiosField,
  SelectField,
  type SelectItem,
  TextAreaField,
  TextField,
  valueOf,
} from '../components/index.js';
import type { CodeBook } from '../../modules/taxonomy/index.js';
import { type Reader, useReader } from '../page/index.js';
import { type Field, type FieldOf, orName } from './fields.js';
import { BANDS } from './field-values.js';
import { useFieldTexts } from './field-texts.js';
import { nameOfCode } from './names.js';
import { rowsOf } from './rows.js';
import { codesOffered, itemsOf } from './offered.js';

export interface AskedWith {
  form: FormState;
  book: CodeBook;
  /** UTC, `YYYY-MM-DD`: the day whose codes are offered. */
  day: string;
  /** Who can be the contact person. */
  members: readonly { personId: string; name: string }[];
}

interface InputProps<F extends Field = Field> {
  field: F;
  name: string;
  asked: AskedWith;
}

/** One question with its label, hint and what is wrong with the answer. */
export const FieldInput = ({ field, name, asked }: InputProps) => {
  const { label, hint } = useFieldTexts(name);
  const reader = useReader();
  const { t, name: nameOf, format } = reader;
  const { form, book, day, members } = asked;
  const common = { form, name, label, hint, labelClass: 'govuk-label--s' };
  // Words may be of another direction than the page.
  const words = { ...common, attributes: { dir: 'auto' } };
  const set = { form, name, legend: label, hint, legendClass: 'govuk-fieldset__legend--s' };
  const none: SelectItem = { value: '', text: t('wizard.choose') };
  switch (field.type) {
    case 'area':
      return <TextAreaField {...words} maxlength={field.max} rows={field.max > 1_000 ? 6 : 3} />;
    case 'lines':
      return <TextAreaField {...words} rows={3} />;
    case 'number':
      return <TextField {...common} inputmode="decimal" class="govuk-input--width-10" />;
    case 'country':
      return <TextField {...common} class="govuk-input--width-20" attributes={{ list: 'countries' }} autocomplete="off" />;
    case 'yes-no':
      return <RadiosField {...set} class="govuk-radios--inline govuk-radios--small" items={yesNo(t)} />;
    case 'tick':
      return (
        <CheckboxesField
          form={form}
          name={name}
          hint={hint}
          class="govuk-checkboxes--small"
          items={[{ value: String(field.value), text: label }]}
        />
      );
    case 'date':
      return <DateOr field={field} name={name} asked={asked} />;
    case 'choice':
      return <SelectField {...common} items={[none, ...choicesOf(field, asked, reader)]} />;
    case 'choices':
      return <CheckboxesField {...set} class="govuk-checkboxes--small" items={choicesOf(field, asked, reader).map(asChoice)} />;
    case 'currency':
      return (
        <SelectField {...common} items={[none, ...itemsOf(book, 'currency', day, (code) => `${code} – ${nameOf('currency', code)}`)]} />
      );
    case 'attribute':
      return (
        <SelectField
          {...common}
          items={[
            none,
            ...format.sorted(
              itemsOf(book, 'attribute', day, (code) => nameOf('attribute', code)),
              textOf,
            ),
          ]}
        />
      );
    case 'unit':
      return (
        <SelectField
          {...common}
          items={[{ value: '', text: t('wizard.usual-unit') }, ...unitsFor(name, asked, (code) => nameOf('unit', code))]}
        />
      );
    case 'contact':
      return <SelectField {...common} items={[none, ...members.map((one) => ({ value: one.personId, text: one.name }))]} />;
    case 'names':
      return <NamesField field={field} name={name} asked={asked} />;
    case 'readiness':
      return <ReadinessField name={name} asked={asked} />;
    case 'group':
      return <GroupField field={field} name={name} asked={asked} />;
    case 'rows':
      return <RowsField field={field} name={name} asked={asked} />;
    case 'key':
      return <input type="hidden" name={name} value={valueOf(form, name)} />;
    default:
      return <TextField {...words} />;
  }
};

const textOf = ({ text }: SelectItem): string => text;
const asChoice = ({ value, text }: SelectItem): Choice => ({ value: String(value), text });
const yesNo = (t: ReturnType<typeof useReader>['t']): Choice[] => [
  { value: 'true', text: t('wizard.yes') },
  { value: 'false', text: t('wizard.no') },
];

function choicesOf(
  { scheme, codes, name }: FieldOf<'choice' | 'choices'>,
  { book, day }: AskedWith,
  { t, name: nameOf, format }: Reader,
): SelectItem[] {
  if (scheme === undefined)
    return codes.map((code) => ({ value: code, text: t(`wizard.choice.${name}.${code}` as 'wizard.choice.comparator.=') }));
  if (codes !== undefined) return codes.map((code) => ({ value: code, text: nameOf(scheme, code) }));
  return format.sorted(
    itemsOf(book, scheme, day, (code) => nameOf(scheme, code)),
    textOf,
  );
}

/** Those that measure what the row is about, all while it is about nothing. */
function unitsFor(name: string, { form, book, day }: AskedWith, nameOf: (code: string) => string): SelectItem[] {
  const attribute = book.attribute(valueOf(form, name.replace(/unit$/, 'attribute')) ?? '');
  return itemsOf(book, 'unit', day, nameOf).filter(
    ({ value }) => attribute === null || book.toBaseUnit(attribute.code, 1, String(value)) !== null,
  );
}

const OrTick = ({ form, name, or }: { form: FormState; name: string; or: string }) => {
  const { t } = useReader();
  const text = t(`wizard.or.${or}` as 'wizard.or.not-known');
  return <CheckboxesField form={form} name={orName(name)} class="govuk-checkboxes--small" items={[{ value: or, text }]} />;
};

const DateOr = ({ field, name, asked: { form } }: InputProps<FieldOf<'date'>>) => {
  const { label, hint } = useFieldTexts(name);
  return (
    <>
      <DateField form={form} name={name} legend={label} hint={hint} legendClass="govuk-fieldset__legend--s" />
      {field.or && <OrTick form={form} name={name} or={field.or} />}
    </>
  );
};

const NamesField = ({ field: { of, ticks }, name, asked: { form, book } }: InputProps<FieldOf<'names'>>) => {
  const { label, hint } = useFieldTexts(name);
  const { t, language } = useReader();
  const write = { form, name, rows: 3, hint: t(`wizard.write.${of}`) };
  if (ticks.length === 0) return <TextAreaField {...write} label={label} labelClass="govuk-label--s" />;
  const items = ticks.map((code) => ({ value: code, text: nameOfCode(book, of, code, language) }));
  return (
    <Fieldset legend={label} legendClass="govuk-fieldset__legend--s">
      {hint && <Hint>{hint}</Hint>}
      <CheckboxesField form={form} name={`${name}-tick`} class="govuk-checkboxes--small" items={items} />
      <TextAreaField {...write} label={t(`wizard.others.${of}`)} />
    </Fieldset>
  );
};

const ReadinessField = ({ name, asked: { form } }: Omit<InputProps, 'field'>) => {
  const { label, hint } = useFieldTexts(name);
  const { t, name: nameOf } = useReader();
  const bands = BANDS.map(({ value }) => ({ value, text: t(`wizard.readiness.${value}`), hint: t(`wizard.readiness.${value}-hint`) }));
  const levels = BANDS.flatMap((band) =>
    band.levels.map((level) => ({ value: level, text: `${level} – ${nameOf('trl', String(level))}` })),
  );
  return (
    <>
      <RadiosField form={form} name={name} legend={label} hint={hint} legendClass="govuk-fieldset__legend--s" items={bands} />
      <SelectField
        form={form}
        name={`${name}-exactly`}
        label={t('wizard.readiness.exactly')}
        items={[{ value: '', text: t('wizard.choose') }, ...levels]}
      />
    </>
  );
};

/** Questions that belong together; what is wrong with the group as a whole stands above them. */
const GroupField = ({ field, name, asked }: InputProps<FieldOf<'group'>>) => {
  const { label, hint } = useFieldTexts(name);
  const wrong = faultsOf(asked.form, [name]);
  return (
    <div class="gate-group" id={name}>
      <Fieldset legend={label} legendClass="govuk-fieldset__legend--m">
        {hint && <Hint>{hint}</Hint>}
        {wrong.map(({ message }) => (
          <ErrorMessage>{message}</ErrorMessage>
        ))}
        {field.fields.map((one) => (
          <FieldInput key={one.name} field={one} name={`${name}.${one.name}`} asked={asked} />
        ))}
        {field.or && <OrTick form={asked.form} name={name} or={field.or} />}
      </Fieldset>
    </div>
  );
};

/** Whether any question of these asks for a country, so that the page has to name them once. */
export const asksForCountry = (fields: readonly Field[]): boolean =>
  fields.some((field) => field.type === 'country' || ('fields' in field && asksForCountry(field.fields)));

/** Names that the browser offers while somebody writes one. */
export const CountryNames = ({ book, day }: { book: CodeBook; day: string }) => {
  const { name, format } = useReader();
  const names = codesOffered(book, 'country', day).map((code) => name('country', code));
  return (
    <datalist id="countries">
      {format
        .sorted(names, (one) => one)
        .map((one) => (
          <option key={one} value={one} />
        ))}
    </datalist>
  );
};

interface RowsProps {
  field: FieldOf<'rows'>;
  name: string;
  asked: AskedWith;
}

/** A list whose entries have several answers: a frame for each, and an empty one for the next. Without script a button saves and shows one more. */
const RowsField = ({ field, name, asked }: RowsProps) => {
  const { label, hint } = useFieldTexts(name);
  const { t } = useReader();
  const filled = rowsOf(asked.form.values, name).filter((row) =>
    field.fields.some((one) => one.type !== 'key' && hasWords(asked, `${name}.${row}.${one.name}`)),
  ).length;
  const rows = Math.min(filled + 1, field.max);
  return (
    <div class="gate-group" id={name}>
      <Fieldset legend={label} legendClass="govuk-fieldset__legend--m">
        {hint && <Hint>{hint}</Hint>}
        {faultsOf(asked.form, [name]).map(({ message }) => (
          <ErrorMessage>{message}</ErrorMessage>
        ))}
        {Array.from({ length: rows }, (_, row) => (
          <div key={row} class="gate-row">
            <Fieldset
              legend={row < filled ? t('wizard.row', { number: row + 1 }) : t('wizard.row-new')}
              legendClass="govuk-fieldset__legend--s"
            >
              {field.fields.map((one) => (
                <FieldInput key={one.name} field={one} name={`${name}.${row}.${one.name}`} asked={asked} />
              ))}
              {row < filled && (
                <button type="submit" name="without" value={`${name}.${row}`} class="gate-link-button">
                  {t('wizard.row-remove', { number: row + 1 })}
                </button>
              )}
            </Fieldset>
          </div>
        ))}
        {rows < field.max && (
          <Button name="more" value={name} variant="secondary">
            {t('wizard.row-more')}
          </Button>
        )}
      </Fieldset>
    </div>
  );
};

const hasWords = ({ form }: AskedWith, path: string): boolean =>
  Object.entries(form.values).some(
    ([key, value]) =>
      (key === path || key.startsWith(`${path}.`) || key.startsWith(`${path}-`)) && [value ?? []].flat().some((text) => text.trim() !== ''),
  );
