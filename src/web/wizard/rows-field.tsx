import { Button, ErrorMessage, faultsOf, Fieldset, Hint } from '../components/index.js';
import { useReader } from '../page/index.js';
import type { FieldOf } from './fields.js';
import { type AskedWith, FieldInput } from './field-input.js';
import { useFieldTexts } from './field-texts.js';
import { rowsOf } from './rows.js';

interface RowsProps {
  field: FieldOf<'rows'>;
  name: string;
  asked: AskedWith;
}

/** A list whose entries have several answers: a frame for each, and an empty one for the next. Without script a button saves and shows one more. */
export const RowsField = ({ field, name, asked }: RowsProps) => {
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
