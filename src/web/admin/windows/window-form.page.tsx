import { LANGUAGES } from '../../../platform/i18n/locales.js';
import {
  Button,
  Checkboxes,
  CheckboxesField,
  DateField,
  Details,
  Fieldset,
  Form,
  type FormState,
  TextField,
  valueOf,
  valuesOf,
} from '../../components/index.js';
import { useReader } from '../../page/reader.js';
import { AdminPage } from '../frame/index.js';
import type { Choices } from './window-form.js';

interface WindowFormProps {
  /** null: a new one. */
  code: string | null;
  choices: Choices;
  form: FormState;
}

export const WindowFormPage = ({ code, choices, form }: WindowFormProps) => {
  const { t, href } = useReader();
  const title = code === null ? t('admin.windows.new') : t('admin.window.edit');
  const version = valueOf(form, 'version');
  return (
    <AdminPage title={title} part="/admin/windows" form={form}>
      <Form action={href(code === null ? '/admin/windows/new' : `/admin/windows/${code}/edit`)} class="gate-narrow">
        {version && <input type="hidden" name="version" value={version} />}
        {code === null && (
          <TextField form={form} name="code" label={t('admin.window.code')} hint={t('admin.window.code-hint')} spellcheck={false} />
        )}
        <Names form={form} />
        <Places choices={choices} form={form} />
        <DateField form={form} name="opens" legend={t('admin.window.opens')} hint={t('admin.window.open-hint')} />
        <DateField form={form} name="closes" legend={t('admin.window.closes')} hint={t('admin.window.open-hint')} />
        <CheckboxesField form={form} name="active" items={[{ value: 'true', text: t('admin.window.active') }]} />
        <Button preventDoubleClick>{t('admin.save')}</Button>
      </Form>
    </AdminPage>
  );
};

/** A name in each of the seven languages; the English one is needed. */
export const Names = ({ form }: { form: FormState }) => {
  const { t, format } = useReader();
  return (
    <Fieldset legend={t('admin.names')} legendClass="govuk-fieldset__legend--m">
      {LANGUAGES.map((language) => (
        <TextField
          form={form}
          name={`names.${language}`}
          label={format.languageName(language)}
          attributes={{ lang: language, dir: 'auto' }}
        />
      ))}
    </Fieldset>
  );
};

const Places = ({ choices, form }: { choices: Choices; form: FormState }) => {
  const { t, name, format } = useReader();
  const choose = (codes: readonly string[], text: (code: string) => string, prefix = '') =>
    format.sorted(codes, text).map((code) => ({ value: `${prefix}${code}`, text: text(code) }));
  const chosen = valuesOf(form, 'places');
  return (
    <>
      <CheckboxesField
        form={form}
        name="places"
        legend={t('admin.window.groups')}
        hint={t('admin.window.places-hint')}
        class="govuk-checkboxes--small"
        items={choose(choices.groups, (code) => name('group', code), 'group:')}
      />
      <Details summary={t('admin.window.countries')} open={chosen.some((code) => choices.countries.includes(code))}>
        <Checkboxes
          values={chosen}
          name="places"
          idPrefix="country"
          legend={t('admin.window.countries')}
          class="govuk-checkboxes--small"
          items={choose(choices.countries, (code) => name('country', code))}
        />
      </Details>
      <Details summary={t('admin.window.sectors')} open={valuesOf(form, 'sectors').length > 0}>
        <CheckboxesField
          form={form}
          name="sectors"
          legend={t('admin.window.sectors')}
          class="govuk-checkboxes--small"
          items={choose(choices.sectors, (code) => name('crs-group', code))}
        />
      </Details>
      {choices.centres.length > 0 && (
        <CheckboxesField
          form={form}
          name="centres"
          legend={t('admin.window.centres')}
          class="govuk-checkboxes--small"
          items={choices.centres.map(({ id, name: text }) => ({ value: id, text }))}
        />
      )}
    </>
  );
};
