import { ORGANIZATION_SIZES } from '../../modules/organizations/index.js';
import { Button, CheckboxesField, Form, FormErrors, type FormState, SelectField, TextField } from '../components/index.js';
import { LANGUAGES } from '../../platform/i18n/locales.js';
import { useReader } from '../page/reader.js';
import { OrganizationFrame } from './organization-frame.js';

export const ORGANIZATION_FIELDS = ['legalName', 'country', 'type', 'languages', 'size', 'website', 'submitByManagersOnly'];

/** Codes to choose from. */
export interface Lists {
  countries: readonly string[];
  types: readonly string[];
  languages: readonly string[];
}

interface OrganizationFormView {
  form: FormState;
  /** Of the organization as it was read; a new one has none. */
  version: number | undefined;
  lists: Lists;
}

export const OrganizationForm = ({ form, version, lists }: OrganizationFormView) => {
  const { t, href, format, name } = useReader();
  const isNew = version === undefined;
  const named = (scheme: 'country' | 'organization-type', codes: readonly string[]) =>
    format.sorted(
      codes.map((value) => ({ value, text: name(scheme, value) })),
      ({ text }) => text,
    );
  const choose = { value: '', text: t('organization.choose') };
  const sizes = ORGANIZATION_SIZES.map((value) => ({ value, text: t(`size.${value}`) }));
  return (
    <OrganizationFrame title={isNew ? 'organization.new' : 'organization.edit'} hasFaults={form.faults.length > 0}>
      <div class="gate-narrow">
        <FormErrors form={form} title={t('layout.problem')} />
        {isNew && <p class="govuk-body">{t('organization.new-lead')}</p>}
        <Form action={href(isNew ? '/organization/new' : '/organization/edit')}>
          {!isNew && <input type="hidden" name="version" value={version} />}
          <TextField
            form={form}
            name="legalName"
            label={t('organization.legal-name')}
            hint={t('organization.legal-name-hint')}
            autocomplete="organization"
          />
          <SelectField
            form={form}
            name="country"
            label={t('organization.country')}
            items={[choose, ...named('country', lists.countries)]}
          />
          <SelectField
            form={form}
            name="type"
            label={t('organization.type')}
            items={[choose, ...named('organization-type', lists.types)]}
          />
          <Languages form={form} known={lists.languages} />
          <SelectField
            form={form}
            name="size"
            label={t('organization.size')}
            items={[{ value: '', text: t('organization.unsaid') }, ...sizes]}
          />
          <TextField form={form} name="website" label={t('organization.website')} type="url" spellcheck={false} />
          {!isNew && (
            <CheckboxesField
              form={form}
              name="submitByManagersOnly"
              legend={t('organization.submit')}
              items={[{ value: 'true', text: t('organization.submit-managers') }]}
            />
          )}
          <Button preventDoubleClick>{t(isNew ? 'organization.register' : 'account.save')}</Button>
        </Form>
      </div>
    </OrganizationFrame>
  );
};

/** The seven of the exchange at once, and whatever else the organization has named. */
const Languages = ({ form, known }: { form: FormState; known: readonly string[] }) => {
  const { t, format } = useReader();
  const chosen = [form.values['languages'] ?? []].flat().filter((code) => known.includes(code));
  const items = [...new Set([...LANGUAGES, ...chosen])].map((value) => ({ value, text: format.languageName(value) }));
  return <CheckboxesField form={form} name="languages" legend={t('organization.languages')} items={items} />;
};
