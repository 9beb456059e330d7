import type { CentreView } from '../../../modules/centres/index.js';
import type { PersonRow } from '../../../modules/identity/index.js';
import { LANGUAGES } from '../../../platform/i18n/locales.js';
import { Button, CheckboxesField, Form, type FormState, TextField } from '../../components/index.js';
import { useReader } from '../../page/reader.js';
import { ConfirmPage } from '../frame/index.js';

export const OFFICER_FIELDS = ['email', 'languages'];

export const OfficerForm = ({ id, form }: { id: string; form: FormState }) => {
  const { t, href, format } = useReader();
  return (
    <section class="gate-narrow">
      <h2 class="govuk-heading-m">{t('admin.officer.add')}</h2>
      <Form action={href(`/admin/centres/${id}/officers`)}>
        <TextField
          form={form}
          name="email"
          type="email"
          label={t('admin.officer.email')}
          hint={t('admin.officer.email-hint')}
          spellcheck={false}
        />
        <CheckboxesField
          form={form}
          name="languages"
          legend={t('admin.centre.languages')}
          class="govuk-checkboxes--small"
          items={format
            .sorted(LANGUAGES, (code) => format.languageName(code))
            .map((code) => ({ value: code, text: format.languageName(code) }))}
        />
        <Button variant="secondary" preventDoubleClick>
          {t('admin.officer.submit')}
        </Button>
      </Form>
    </section>
  );
};

export const EndOfficerPage = ({ centre, person, form }: { centre: CentreView; person: PersonRow; form: FormState }) => {
  const { t } = useReader();
  const back = `/admin/centres/${centre.id}`;
  return (
    <ConfirmPage
      title={t('admin.officer.end-title', { name: person.name })}
      text={t('admin.officer.end-text', { centre: centre.name })}
      part="/admin/centres"
      action={`${back}/officers/${person.id}/end`}
      back={back}
      button={t('admin.officer.end')}
      form={form}
    />
  );
};
