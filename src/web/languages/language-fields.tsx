import { LANGUAGES } from '../../platform/i18n/locales.js';
import { Checkboxes, CheckboxesField, Details, type FormState, SelectField } from '../components/index.js';
import { useReader } from '../page/reader.js';

interface LanguageFieldProps {
  form: FormState;
  name: string;
  /** Codes of all languages that can be named. */
  known: readonly string[];
}

const isOurs = (code: string): boolean => (LANGUAGES as readonly string[]).includes(code);

function useLanguageItems(known: readonly string[]): Record<'ours' | 'others', { value: string; text: string }[]> {
  const { format } = useReader();
  const named = (codes: readonly string[]) => codes.map((value) => ({ value, text: format.languageName(value) }));
  return { ours: named(LANGUAGES), others: format.sorted(named(known.filter((code) => !isOurs(code))), ({ text }) => text) };
}

/** Languages to tick: the seven of the exchange at once, every other one behind a click. */
export const LanguageBoxes = ({
  form,
  name,
  known,
  legend,
  legendClass,
}: LanguageFieldProps & { legend: string; legendClass?: string }) => {
  const { t } = useReader();
  const { ours, others } = useLanguageItems(known);
  const chosen = [form.values[name] ?? []].flat();
  return (
    <>
      <CheckboxesField
        form={form}
        name={name}
        legend={legend}
        {...(legendClass && { legendClass })}
        class="govuk-checkboxes--small"
        items={ours}
      />
      <Details summary={t('languages.others')} open={chosen.some((code) => !isOurs(code))}>
        <Checkboxes
          values={chosen}
          name={name}
          idPrefix={`${name}-other`}
          legend={t('languages.others')}
          class="govuk-checkboxes--small"
          items={others}
        />
      </Details>
    </>
  );
};

/** One language of all, the seven of the exchange first. */
export const LanguageSelect = ({ form, name, known, label }: LanguageFieldProps & { label: string }) => {
  const { ours, others } = useLanguageItems(known);
  return <SelectField form={form} name={name} label={label} items={[...ours, ...others]} />;
};
