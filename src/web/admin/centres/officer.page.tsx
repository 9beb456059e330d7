import type { CentreView } from '../../../modules/centres/index.js';
import type { PersonRow } from '../../../modules/identity/index.js';
import { Button, Form, type FormState, TextField } from '../../components/index.js';
import { LanguageBoxes } from '../../languages/language-fields.js';
import { useReader } from '../../page/reader.js';
import { ConfirmPage } from '../frame/index.js';

export const OFFICER_FIELDS = ['email', 'languages'];

export const OfficerForm = ({ id, languages, form }: { id: string; languages: readonly string[]; form: FormState }) => {
  const { t, href } = useReader();
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
        <LanguageBoxes form={form} name="languages" known={languages} legend={t('admin.centre.languages')} />
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
