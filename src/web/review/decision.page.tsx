import type { ComponentChildren } from 'preact';
import { Button, Details, Form, FormErrors, type FormState, SelectField, TextAreaField, UserText } from '../components/index.js';
import { DeskFrame } from '../desk/desk-frame.js';
import { reasonItems } from '../desk/reason-items.js';
import { useReader } from '../page/reader.js';
import { ReadBy, SeenVersion } from './approve-form.js';
import { labelOf } from '../wizard/field-texts.js';
import { FieldValue } from './field-value.js';
import type { ReviewView } from './review-reading.js';
import { saidFields, underReview } from './reviewed-listing.js';
import { type Seen, SeenBefore } from './seen-before.js';

export interface DecisionPageProps {
  view: ReviewView;
  form: FormState;
  seen: Seen | null;
}

/** Fields that a reviewer may ask to have changed: those of which something is said, and the common texts. */
export const askableFields = (view: ReviewView): { path: string; value: unknown }[] => {
  const said = saidFields(underReview(view.listing), view.listing.kind);
  const silent = ['teaser', 'description'].filter((path) => said.every((field) => field.path !== path));
  return [...said, ...silent.map((path) => ({ path, value: undefined }))];
};

/** Asks the owner for changes, field by field or as a whole. */
export const ChangesPage = ({ view, form, seen }: DecisionPageProps) => {
  const reader = useReader();
  const { t, href, translator } = reader;
  const { language } = underReview(view.listing);
  return (
    <Frame view={view} form={form} seen={seen} title={t('review.ask-changes')}>
      <p class="govuk-body">{t('review.changes-text')}</p>
      <Form action={href(`/desk/listings/${view.listing.id}/request-changes`)}>
        <SeenVersion view={view} />
        {askableFields(view).map(({ path, value }) => {
          const name = `notes.${path}`;
          return (
            <Details key={path} summary={labelOf(translator, path)} open={Boolean(form.values[name])}>
              {value !== undefined && (
                <div class="gate-quote">
                  <FieldValue field={path} value={value} language={language} />
                </div>
              )}
              <TextAreaField form={form} name={name} label={t('review.what-to-change', { field: labelOf(translator, path) })} rows={2} />
            </Details>
          );
        })}
        <SelectField form={form} name="reason" label={t('review.reason-optional')} items={reasonItems(reader, 'review')} />
        <TextAreaField form={form} name="note" label={t('review.note-whole')} rows={4} />
        <Button preventDoubleClick>{t('review.send-back')}</Button>
      </Form>
    </Frame>
  );
};

/** Refuses it, with a reason. */
export const RejectPage = ({ view, form, seen }: DecisionPageProps) => {
  const reader = useReader();
  const { t, href } = reader;
  return (
    <Frame view={view} form={form} seen={seen} title={t('review.reject')}>
      <p class="govuk-body">{t(view.listing.pending ? 'review.reject-change-text' : 'review.reject-text')}</p>
      <Form action={href(`/desk/listings/${view.listing.id}/reject`)}>
        <SeenVersion view={view} />
        <SelectField form={form} name="reason" label={t('review.reason')} items={reasonItems(reader, 'review')} />
        <TextAreaField form={form} name="note" label={t('review.note')} hint={t('review.note-hint')} rows={4} />
        {!view.briefing.reads && <ReadBy form={form} />}
        <Button variant="warning" preventDoubleClick>
          {t('review.reject-submit')}
        </Button>
      </Form>
    </Frame>
  );
};

const Frame = ({ view, form, seen, title, children }: DecisionPageProps & { title: string; children: ComponentChildren }) => {
  const { t } = useReader();
  const { title: listingTitle, language } = underReview(view.listing);
  const way = [
    { text: t('review.queue'), path: '/desk/listings' },
    { text: listingTitle, path: `/desk/listings/${view.listing.id}` },
  ];
  return (
    <DeskFrame title={title} way={way} hasFaults={form.faults.length > 0}>
      <div class="gate-narrow">
        <FormErrors form={form} title={t('layout.problem')} />
        {seen && <SeenBefore view={view} seen={seen} note={null} />}
        <span class="govuk-caption-l">
          <UserText language={language}>{listingTitle}</UserText>
        </span>
        <h1 class="govuk-heading-l">{title}</h1>
        {children}
      </div>
    </DeskFrame>
  );
};
