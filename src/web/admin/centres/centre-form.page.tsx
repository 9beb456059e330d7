import { Button, DateField, Fieldset, Form, type FormState, SelectField, TextField, valueOf } from '../../components/index.js';
import { useReader } from '../../page/reader.js';
import { AdminPage } from '../frame/index.js';
import { COUNTRY_FIELDS } from './centre-form.js';

interface CentreFormProps {
  /** null: a new one. */
  id: string | null;
  name: string | undefined;
  countries: readonly string[];
  form: FormState;
}

export const CentreFormPage = ({ id, name, countries, form }: CentreFormProps) => {
  const { t, href } = useReader();
  const title = id === null ? t('admin.centres.appoint') : t('admin.centre.edit-title', { name: name ?? '' });
  const version = valueOf(form, 'version');
  return (
    <AdminPage title={title} part="/admin/centres" form={form}>
      <Form action={href(id === null ? '/admin/centres/new' : `/admin/centres/${id}/edit`)} class="gate-narrow">
        {version && <input type="hidden" name="version" value={version} />}
        <TextField form={form} name="name" label={t('admin.centre.name')} hint={t('admin.centre.name-hint')} />
        <TextField form={form} name="host" label={t('admin.centre.host')} />
        <Countries countries={countries} form={form} />
        <Fieldset legend={t('admin.centre.letter')} legendClass="govuk-fieldset__legend--m">
          <TextField form={form} name="letter.reference" label={t('admin.centre.letter-reference')} />
          <DateField form={form} name="letter.date" legend={t('admin.centre.letter-date')} />
          <DateField
            form={form}
            name="letter.expires"
            legend={t('admin.centre.letter-expires')}
            hint={t('admin.centre.letter-expires-hint')}
          />
        </Fieldset>
        <Fieldset legend={t('admin.centre.contact')} legendClass="govuk-fieldset__legend--m">
          <TextField form={form} name="contact.email" type="email" label={t('admin.person.email')} spellcheck={false} />
          <TextField form={form} name="contact.phone" type="tel" label={t('admin.centre.phone')} />
          <TextField form={form} name="contact.website" type="url" label={t('admin.centre.website')} spellcheck={false} />
          <TextField form={form} name="contact.address" label={t('admin.centre.address')} />
        </Fieldset>
        <Button preventDoubleClick>{id === null ? t('admin.centres.appoint') : t('admin.save')}</Button>
      </Form>
    </AdminPage>
  );
};

/** As many as are chosen, and one more. */
const Countries = ({ countries, form }: Pick<CentreFormProps, 'countries' | 'form'>) => {
  const { t, name, format } = useReader();
  const chosen = COUNTRY_FIELDS.filter((field) => valueOf(form, field));
  const items = format.sorted(countries, (code) => name('country', code)).map((code) => ({ value: code, text: name('country', code) }));
  return (
    <Fieldset legend={t('admin.centre.countries')} legendClass="govuk-fieldset__legend--m">
      {COUNTRY_FIELDS.slice(0, Math.max(2, chosen.length + 1)).map((field, index) => (
        <SelectField
          form={form}
          name={field}
          label={t('admin.centre.country', { number: index + 1 })}
          items={[{ value: '', text: t('admin.choose') }, ...items]}
        />
      ))}
    </Fieldset>
  );
};
