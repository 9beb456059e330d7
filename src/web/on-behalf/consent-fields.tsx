import { CONSENT_SCOPES } from '../../modules/organizations/index.js';
import { CheckboxesField, DateField, dateNames, type FormState, RadiosField, TextField } from '../components/index.js';
import type { FormInput } from '../page/index.js';
import { useReader } from '../page/reader.js';

const KINDS = ['signed-form', 'noted-call'] as const;

export const CONSENT_FIELDS = [
  ...['kind', 'person.name', 'person.position', 'person.phone', 'scopes'].map((name) => `consent.${name}`),
  ...dateNames('consent.givenOn'),
  ...dateNames('consent.until'),
];

/** A consent as a form sends it, for the schema to judge. */
export const consentOf = (form: FormInput) => ({
  kind: form.text('consent.kind'),
  person: {
    name: form.text('consent.person.name'),
    position: form.text('consent.person.position'),
    phone: form.text('consent.person.phone'),
  },
  givenOn: form.date('consent.givenOn'),
  until: form.date('consent.until'),
  scopes: form.list('consent.scopes'),
});

/** Who has consented, how, when, until when, and to what. Answering matches is a tick of its own. */
export const ConsentFields = ({ form }: { form: FormState }) => {
  const { t } = useReader();
  return (
    <>
      <RadiosField
        form={form}
        name="consent.kind"
        legend={t('kept.how')}
        legendClass="govuk-fieldset__legend--s"
        items={KINDS.map((value) => ({ value, text: t(`kept.kind.${value}`), hint: t(`kept.kind-hint.${value}`) }))}
      />
      <TextField form={form} name="consent.person.name" label={t('kept.person-name')} autocomplete="off" />
      <TextField form={form} name="consent.person.position" label={t('kept.person-position')} autocomplete="off" />
      <TextField form={form} name="consent.person.phone" label={t('kept.person-phone')} type="tel" autocomplete="off" />
      <DateField form={form} name="consent.givenOn" legend={t('kept.given-on')} legendClass="govuk-fieldset__legend--s" />
      <DateField
        form={form}
        name="consent.until"
        legend={t('kept.valid-until')}
        legendClass="govuk-fieldset__legend--s"
        hint={t('kept.valid-until-hint')}
      />
      <CheckboxesField
        form={form}
        name="consent.scopes"
        legend={t('kept.scopes')}
        legendClass="govuk-fieldset__legend--s"
        hint={t('kept.scopes-hint')}
        items={CONSENT_SCOPES.map((value) => ({ value, text: t(`kept.scope.${value}`) }))}
      />
    </>
  );
};
