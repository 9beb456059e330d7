import { CheckboxesField, Fieldset, type FormState, TextAreaField, TextField } from '../../components/index.js';
import { useReader } from '../../page/reader.js';
import { partName } from './rules.page.js';
import type { ValueField } from './value-form.js';

interface ValueFieldsProps {
  field: ValueField;
  form: FormState;
  /** Of the whole; parts of it have names of their own. */
  label?: string;
}

/** The fields of a rule's value, whatever its form. */
export const ValueFields = ({ field, form, label }: ValueFieldsProps) => {
  const reader = useReader();
  const { t } = reader;
  const text = label ?? partName(field.name, reader);
  switch (field.kind) {
    case 'number':
      return <TextField form={form} name={field.name} label={text} inputmode="decimal" class="govuk-input--width-10" />;
    case 'text':
      return <TextField form={form} name={field.name} label={text} attributes={{ dir: 'auto' }} />;
    case 'flag':
      return <CheckboxesField form={form} name={field.name} items={[{ value: 'true', text }]} />;
    case 'list':
      return <TextAreaField form={form} name={field.name} label={text} hint={t('rules.list-hint')} rows={2} attributes={{ dir: 'auto' }} />;
    case 'pairs':
      return (
        <TextAreaField form={form} name={field.name} label={text} hint={t('rules.pairs-hint')} rows={6} attributes={{ dir: 'auto' }} />
      );
    case 'json':
      return <TextAreaField form={form} name={field.name} label={text} hint={t('rules.json-hint')} rows={12} attributes={{ dir: 'ltr' }} />;
    case 'group':
      return (
        <Fieldset legend={text} legendClass="govuk-fieldset__legend--m">
          {field.fields.map((part) => (
            <ValueFields field={part} form={form} />
          ))}
        </Fieldset>
      );
    case 'rows':
      return (
        <Fieldset legend={text} legendClass="govuk-fieldset__legend--m">
          <p class="govuk-hint">{t('rules.rows-hint')}</p>
          {rowsIn(form, field.name).map((at, index) => (
            <Fieldset legend={t('rules.row', { number: index + 1 })} legendClass="govuk-fieldset__legend--s">
              {field.columns.map((column) => (
                <ValueFields field={{ ...column, name: `${at}.${column.name}` }} form={form} />
              ))}
            </Fieldset>
          ))}
        </Fieldset>
      );
  }
};

/** The rows a form has, by the names of its fields. */
const rowsIn = (form: FormState, name: string): string[] => [
  ...new Set(Object.keys(form.values).flatMap((field) => new RegExp(`^${name}\\.\\d+(?=\\.)`).exec(field) ?? [])),
];
