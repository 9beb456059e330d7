import { Button, Form, FormErrors, type FormState, SelectField, UserText } from '../components/index.js';
import type { ReviewItem } from '../../modules/reviews/index.js';
import { DeskFrame } from '../desk/desk-frame.js';
import { useReader } from '../page/reader.js';

export interface AssignPageProps {
  item: ReviewItem;
  reviewers: readonly { personId: string; name: string }[];
  form: FormState;
}

/** An administrator gives a review to somebody of its desk. */
export const AssignPage = ({ item, reviewers, form }: AssignPageProps) => {
  const { t, href, format } = useReader();
  const people = reviewers.map(({ personId, name }) => ({ value: personId, text: name }));
  const way = [
    { text: t('review.queue'), path: '/desk/listings' },
    { text: item.title, path: `/desk/listings/${item.id}` },
  ];
  return (
    <DeskFrame title={t('review.assign')} way={way} hasFaults={form.faults.length > 0}>
      <div class="gate-narrow">
        <FormErrors form={form} title={t('layout.problem')} />
        <span class="govuk-caption-l">
          <UserText language={item.language}>{item.title}</UserText>
        </span>
        <h1 class="govuk-heading-l">{t('review.assign')}</h1>
        <Form action={href(`/desk/listings/${item.id}/assign`)}>
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
