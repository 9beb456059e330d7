import type { ComponentChildren } from 'preact';
import type { Page } from '../../kernel/pagination.js';
import type { DeskEndorsement } from '../../modules/reviews/index.js';
import { Button, DateField, dateNames, FileField, Form, FormErrors, type FormState, BackLink, TextField } from '../components/index.js';
import { DeskFrame, DeskListingLine, More } from '../desk/desk-frame.js';
import { useReader } from '../page/reader.js';

export interface EndorsementsView {
  page: Page<DeskEndorsement>;
  /** The reference that was looked for, and that no listing of her countries has. */
  form: FormState;
  mayRecord: boolean;
}

/** Endorsements in force in the desk's countries, the first to end first. */
export const EndorsementsPage = ({ page: { items, next }, form, mayRecord }: EndorsementsView) => {
  const { t, href, format } = useReader();
  return (
    <DeskFrame title={t('desk.also.endorsements')} hasFaults={form.faults.length > 0}>
      <FormErrors form={form} title={t('layout.problem')} />
      <h1 class="govuk-heading-l">{t('desk.also.endorsements')}</h1>
      {mayRecord && (
        <Form method="get" action={href('/desk/endorsements')} class="gate-narrow">
          <TextField
            form={form}
            name="reference"
            label={t('endorsement.find')}
            hint={t('endorsement.find-hint')}
            class="govuk-input--width-20"
          />
          <Button>{t('endorsement.record')}</Button>
        </Form>
      )}
      {items.length === 0 && <p class="govuk-body">{t('review.no-endorsement')}</p>}
      <ul class="gate-listings">
        {items.map((one) => (
          <li key={one.endorsementId}>
            <DeskListingLine listing={one} to={`/desk/listings/${one.id}#endorsements`} />
            <p class="govuk-body">
              <bdi>{one.institution}</bdi>, {format.date(one.on)}
              {one.until && ` – ${format.date(one.until)}`}
            </p>
          </li>
        ))}
      </ul>
      <More next={next} />
    </DeskFrame>
  );
};

interface OfListing {
  listing: { id: string; title: string };
  form: FormState;
}

export const ENDORSEMENT_FIELDS = ['institution', 'person', 'position', 'document', ...dateNames('on'), ...dateNames('until')];

/** Records that the government of its owner's country stands behind a listing. */
export const NewEndorsementPage = ({ listing, form }: OfListing) => {
  const { t, href } = useReader();
  return (
    <Frame title={t('review.record-endorsement')} listing={listing} form={form}>
      <Form action={href(`/desk/listings/${listing.id}/endorsements/new`)}>
        {(['institution', 'person', 'position', 'document'] as const).map((name) => (
          <TextField key={name} form={form} name={name} label={t(`endorsement.${name}`)} autocomplete="off" />
        ))}
        <DateField form={form} name="on" legend={t('endorsement.on')} legendClass="govuk-fieldset__legend--s" />
        <DateField
          form={form}
          name="until"
          legend={t('endorsement.until')}
          hint={t('endorsement.until-hint')}
          legendClass="govuk-fieldset__legend--s"
        />
        <Button preventDoubleClick>{t('endorsement.submit')}</Button>
      </Form>
    </Frame>
  );
};

/** The letter of an endorsement: its copy comes after it, so that nothing is lost when the line breaks. */
export const LetterPage = ({ listing, form, endorsementId }: OfListing & { endorsementId: string }) => {
  const { t, href } = useReader();
  return (
    <Frame title={t('review.add-letter')} listing={listing} form={form}>
      <Form action={href(`/desk/listings/${listing.id}/endorsements/${endorsementId}/letter`)} multipart>
        <FileField form={form} name="file" label={t('kept.photo')} hint={t('endorsement.letter-hint')} accept=".pdf,image/*" />
        <Button preventDoubleClick>{t('kept.photo-submit')}</Button>
      </Form>
      <BackLink href={href(`/desk/listings/${listing.id}`)}>{t('kept.photo-later')}</BackLink>
    </Frame>
  );
};

const Frame = ({ title, listing, form, children }: OfListing & { title: string; children: ComponentChildren }) => {
  const { t } = useReader();
  const way = [
    { text: t('desk.also.endorsements'), path: '/desk/endorsements' },
    { text: listing.title, path: `/desk/listings/${listing.id}` },
  ];
  return (
    <DeskFrame title={title} way={way} hasFaults={form.faults.length > 0}>
      <div class="gate-narrow">
        <FormErrors form={form} title={t('layout.problem')} />
        <span class="govuk-caption-l" dir="auto">
          {listing.title}
        </span>
        <h1 class="govuk-heading-l">{title}</h1>
        {children}
      </div>
    </DeskFrame>
  );
};
