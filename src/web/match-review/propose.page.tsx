import { Breadcrumbs, Button, Form, FormErrors, type FormState, TextAreaField, TextField } from '../components/index.js';
import { Layout } from '../layout/layout.js';
import { useReader } from '../page/reader.js';

export const PROPOSE_FIELDS = ['needId', 'offerId', 'note'];
const NOTE_MAX = 1_000;

/** A centre or an administrator proposes a pair to both sides. */
export const ProposePage = ({ form }: { form: FormState }) => {
  const { t, href } = useReader();
  return (
    <Layout
      title={t('match-review.propose')}
      hasFaults={form.faults.length > 0}
      before={<Breadcrumbs items={[{ href: href('/desk/matches'), text: t('match-review.title') }]} />}
    >
      <div class="gate-narrow">
        <FormErrors form={form} title={t('layout.problem')} />
        <h1 class="govuk-heading-l">{t('match-review.propose')}</h1>
        <p class="govuk-body">{t('match-review.propose-hint')}</p>
        <Form action={href('/desk/matches/new')}>
          <TextField
            form={form}
            name="needId"
            label={t('match-review.need-reference')}
            hint={t('match-review.reference-hint')}
            class="govuk-input--width-20"
            spellcheck={false}
          />
          <TextField
            form={form}
            name="offerId"
            label={t('match-review.offer-reference')}
            hint={t('match-review.reference-hint')}
            class="govuk-input--width-20"
            spellcheck={false}
          />
          <TextAreaField
            form={form}
            name="note"
            label={t('match-review.propose-why')}
            hint={t('match-review.propose-why-hint')}
            maxlength={NOTE_MAX}
            rows={4}
          />
          <Button preventDoubleClick>{t('match-review.propose-do')}</Button>
        </Form>
      </div>
    </Layout>
  );
};
