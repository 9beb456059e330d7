import { Button, Form, FormErrors, type FormState, SelectField, UserText } from '../components/index.js';
import { useReader } from '../page/reader.js';
import { DeskFrame } from './desk-frame.js';

export const ASSIGN_FIELDS = ['personId'];

export interface AssignPageProps {
  /** What is to be reviewed, and where it is read. */
  title: string;
  language: string;
  path: string;
  /** The queue it waits in. */
  queue: { text: string; path: string };
  reviewers: readonly { personId: string; name: string }[];
  form: FormState;
}

/** An administrator gives a review to somebody of its desk. */
export const AssignPage = ({ title, language, path, queue, reviewers, form }: AssignPageProps) => {
  const { t, href, format } = useReader();
  const people = reviewers.map(({ personId, name }) => ({ value: personId, text: name }));
  return (
    <DeskFrame title={t('review.assign')} way={[queue, { text: title, path }]} hasFaults={form.faults.length > 0}>
      <div class="gate-narrow">
        <FormErrors form={form} title={t('layout.problem')} />
        <span class="govuk-caption-l">
          <UserText language={language}>{title}</UserText>
        </span>
        <h1 class="govuk-heading-l">{t('review.assign')}</h1>
        <Form action={href(`${path}/assign`)}>
          <SelectField
            form={form}
            name="personId"
            label={t('review.assign-to')}
            hint={t('review.assign-hint')}
            items={[{ value: '', text: t('review.choose') }, ...format.sorted(people, ({ text }) => text)]}
          />
          <Button preventDoubleClick>{t('review.assign-submit')}</Button>
        </Form>
      </div>
    </DeskFrame>
  );
};
