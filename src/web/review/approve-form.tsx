import { Button, CheckboxesField, Form, type FormState, TextAreaField, TextField } from '../components/index.js';
import { keyTo } from '../desk/desk-keys.js';
import { useReader } from '../page/reader.js';
import type { ReviewView } from './review-reading.js';
import { underReview } from './reviewed-listing.js';

export const APPROVE_FIELDS = ['checklist', 'readBy', 'note'];

/** The decision: approval here, the others on pages of their own because they say why. */
export const ApproveForm = ({ view, form }: { view: ReviewView; form: FormState }) => {
  const { t, href } = useReader();
  const here = href(`/desk/listings/${view.listing.id}`);
  return (
    <section id="decision" class="gate-decision">
      <h2 class="govuk-heading-m">{t('review.decide')}</h2>
      <Form action={`${here}/approve`}>
        <SeenVersion view={view} />
        <Checklist view={view} form={form} />
        {!view.briefing.reads && <ReadBy form={form} />}
        <TextAreaField form={form} name="note" label={t('review.note')} hint={t('review.note-hint')} rows={3} />
        <Button preventDoubleClick attributes={keyTo('approve')}>
          {t('review.approve')}
        </Button>
      </Form>
      <p class="govuk-body gate-links">
        <a class="govuk-link" href={`${here}/request-changes`} {...keyTo('ask')}>
          {t('review.ask-changes')}
        </a>
        <a class="govuk-link" href={`${here}/reject`} {...keyTo('refuse')}>
          {t('review.reject')}
        </a>
      </p>
    </section>
  );
};

/** What she has before her: a decision on anything else is refused. */
export const SeenVersion = ({ view: { listing } }: { view: ReviewView }) => (
  <>
    <input type="hidden" name="version" value={listing.version} />
    <input type="hidden" name="revision" value={underReview(listing).revision} />
    <input type="hidden" name="state" value={listing.pending?.state ?? listing.state} />
  </>
);

const Checklist = ({ view: { briefing }, form }: { view: ReviewView; form: FormState }) => {
  const { t, translator } = useReader();
  const items = Object.entries(briefing.checklist.items).map(([value, words]) => {
    const key = `review.check.${value}`;
    return { value, text: translator.has(key) ? t(key) : words };
  });
  if (items.length === 0) return null;
  return (
    <CheckboxesField
      form={form}
      name="checklist"
      legend={t('review.checklist')}
      legendClass="govuk-fieldset__legend--s"
      hint={t(briefing.checklist.required ? 'review.checklist-all' : 'review.checklist-some')}
      class="govuk-checkboxes--small"
      items={items}
    />
  );
};

export const ReadBy = ({ form }: { form: FormState }) => {
  const { t } = useReader();
  return <TextField form={form} name="readBy" label={t('review.read-by')} hint={t('review.read-by-hint')} />;
};
