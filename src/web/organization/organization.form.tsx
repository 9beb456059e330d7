import { ORGANIZATION_SIZES } from '../../modules/organizations/index.js';
import type { CodeBook } from '../../modules/taxonomy/index.js';
import { Button, CheckboxesField, Form, FormErrors, type FormState, SelectField, TextField } from '../components/index.js';
import { LanguageBoxes } from '../languages/language-fields.js';
import type { FormInput } from '../page/form-input.js';
import { useReader } from '../page/reader.js';
import { OrganizationFrame } from './organization-frame.js';

export const ORGANIZATION_FIELDS = ['legalName', 'country', 'type', 'languages', 'size', 'website', 'submitByManagersOnly'];

/** Codes to choose from. */
export interface Lists {
  countries: readonly string[];
  types: readonly string[];
  languages: readonly string[];
}

export function organizationLists(book: CodeBook): Lists {
  const codes = (scheme: 'country' | 'organization-type' | 'language') =>
    book.items(scheme).flatMap(({ code, status }) => (status === 'active' ? [code] : []));
  return { countries: codes('country'), types: codes('organization-type'), languages: codes('language') };
}

/** What such a form sends, for the schemas to judge. */
export const organizationIn = (form: FormInput) => ({
  legalName: form.text('legalName') ?? '',
  country: form.text('country'),
  type: form.text('type'),
  languages: form.list('languages'),
  size: form.text('size'),
  website: form.text('website'),
});

interface OrganizationFormView {
  form: FormState;
  /** Of the organization as it was read; a new one has none. */
  version: number | undefined;
  lists: Lists;
}

export const OrganizationForm = ({ form, version, lists }: OrganizationFormView) => {
  const { t, href } = useReader();
  const isNew = version === undefined;
  return (
    <OrganizationFrame title={isNew ? 'organization.new' : 'organization.edit'} hasFaults={form.faults.length > 0}>
      <div class="gate-narrow">
        <FormErrors form={form} title={t('layout.problem')} />
        {isNew && <p class="govuk-body">{t('organization.new-lead')}</p>}
        <Form action={href(isNew ? '/organization/new' : '/organization/edit')}>
          {!isNew && <input type="hidden" name="version" value={version} />}
          <OrganizationFields form={form} lists={lists} />
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

/** What an organization is: its own people write it, or a desk for it. */
export const OrganizationFields = ({ form, lists }: { form: FormState; lists: Lists }) => {
  const { t, format, name } = useReader();
  const named = (scheme: 'country' | 'organization-type', codes: readonly string[]) =>
    format.sorted(
      codes.map((value) => ({ value, text: name(scheme, value) })),
      ({ text }) => text,
    );
  const choose = { value: '', text: t('organization.choose') };
  const sizes = ORGANIZATION_SIZES.map((value) => ({ value, text: t(`size.${value}`) }));
  return (
    <>
      <TextField
        form={form}
        name="legalName"
        label={t('organization.legal-name')}
        hint={t('organization.legal-name-hint')}
        autocomplete="organization"
      />
      <SelectField form={form} name="country" label={t('organization.country')} items={[choose, ...named('country', lists.countries)]} />
      <SelectField form={form} name="type" label={t('organization.type')} items={[choose, ...named('organization-type', lists.types)]} />
      <LanguageBoxes form={form} name="languages" known={lists.languages} legend={t('organization.languages')} />
      <SelectField
        form={form}
        name="size"
        label={t('organization.size')}
        items={[{ value: '', text: t('organization.unsaid') }, ...sizes]}
      />
      <TextField form={form} name="website" label={t('organization.website')} type="url" spellcheck={false} />
    </>
  );
};
