import { Button, Form, type FormState, InsetText, Tag, TextAreaField, UserText } from '../components/index.js';
import { useReader } from '../page/index.js';
import { labelOf } from '../wizard/field-texts.js';
import { type ChangeRequest, type OwnListing, stageOf } from '../wizard/own-listings.js';
import { partWith } from '../wizard/parts.js';

/** What reviewers wait for: the field has neither been changed nor explained. */
export const openRequests = (listing: OwnListing): ChangeRequest[] =>
  stageOf(listing) === 'changes_requested' ? listing.changeRequests.filter(({ changed, answer }) => !changed && answer === null) : [];

export const answerField = (id: string): string => `answer-${id}`;

/** Beside a question: what was asked about it, and the way to say why it stays. */
export const RequestsFor = ({ listing, path }: { listing: OwnListing; path: string }) => {
  const { t, href } = useReader();
  const asked = openRequests(listing).filter((request) => request.path === path);
  return asked.map(({ id, note }) => (
    <InsetText key={id} class="gate-asked">
      <p class="govuk-body">
        <strong>{t('my-listings.asked')}</strong> <UserText>{note}</UserText>
      </p>
      <a class="govuk-link" href={href(`/my/listings/${listing.id}#${answerField(id)}`)}>
        {t('my-listings.asked-stays')}
      </a>
    </InsetText>
  ));
};

/** All that was asked, each with a way to change the field and, where it stays, to say why. */
export const Requests = ({ listing, form }: { listing: OwnListing; form: FormState }) => {
  const { t } = useReader();
  if (stageOf(listing) !== 'changes_requested' || listing.changeRequests.length === 0) return null;
  return (
    <section class="gate-asked-list">
      <h2 class="govuk-heading-m">{t('my-listings.requests')}</h2>
      {listing.changeRequests.map((request) => (
        <Request key={request.id} listing={listing} request={request} form={form} />
      ))}
    </section>
  );
};

const Request = ({ listing, request, form }: { listing: OwnListing; request: ChangeRequest; form: FormState }) => {
  const { t, href, translator } = useReader();
  const { id, path, note, answer, changed } = request;
  const part = partWith(listing.kind, path);
  const field = labelOf(translator, path);
  return (
    <div class="gate-row">
      <h3 class="govuk-heading-s">
        {field}{' '}
        {(changed || answer !== null) && (
          <Tag colour="green">{t(changed ? 'my-listings.request-changed' : 'my-listings.request-answered')}</Tag>
        )}
      </h3>
      <p class="govuk-body">
        <UserText>{note}</UserText>
      </p>
      {answer !== null && (
        <p class="govuk-body">
          {t('my-listings.answer')}: <UserText>{answer}</UserText>
        </p>
      )}
      {!changed && (
        <>
          {part && (
            <p class="govuk-body">
              <a class="govuk-link" href={href(`/my/listings/${listing.id}/edit/${part.key}#${path}`)}>
                {t('my-listings.request-change')}
                <span class="govuk-visually-hidden"> ({field})</span>
              </a>
            </p>
          )}
          {answer === null && (
            <Form action={href(`/my/listings/${listing.id}/requests/${id}`)}>
              <TextAreaField form={form} name={answerField(id)} label={t('my-listings.request-why')} rows={2} />
              <Button variant="secondary">{t('my-listings.request-send')}</Button>
            </Form>
          )}
        </>
      )}
    </div>
  );
};
