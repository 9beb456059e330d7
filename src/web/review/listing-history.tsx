import { useReader } from '../page/reader.js';
import { labelOf } from '../wizard/field-texts.js';
import type { ReviewedListing } from './reviewed-listing.js';

/** What reviewers have decided and asked for so far, and what the owner answered. */
export const ListingHistory = ({ listing: { reviews, changeRequests } }: { listing: ReviewedListing }) => {
  const { t, name, format } = useReader();
  if (reviews.length === 0 && changeRequests.length === 0) return null;
  return (
    <section>
      <h2 class="govuk-heading-m">{t('review.history')}</h2>
      <ol class="gate-listings">
        {reviews.map(({ at, stage, decision, reason, note, reviewerName, standIn, readBy }) => (
          <li key={at}>
            <h3 class="govuk-heading-s">
              {t(`review.decision.${decision}`)} · {t(`review.stage.${stage}`)}
            </h3>
            <p class="gate-quiet">
              {format.moment(at)}
              {reviewerName && (
                <>
                  {' '}
                  · <bdi>{reviewerName}</bdi>
                </>
              )}
              {standIn && ` · ${t('review.stand-in')}`}
            </p>
            {reason && <p class="govuk-body">{name('reason', reason)}</p>}
            {note && (
              <p class="govuk-body gate-user-text" dir="auto">
                {note}
              </p>
            )}
            {readBy && (
              <p class="govuk-body">
                {t('review.was-read-by')} <bdi>{readBy}</bdi>
              </p>
            )}
          </li>
        ))}
      </ol>
      {changeRequests.length > 0 && <Requests requests={changeRequests} />}
    </section>
  );
};

const Requests = ({ requests }: { requests: ReviewedListing['changeRequests'] }) => {
  const { t, translator } = useReader();
  return (
    <>
      <h3 class="govuk-heading-s">{t('review.requests')}</h3>
      <ul class="gate-listings">
        {requests.map(({ id, path, note, answer, changed }) => (
          <li key={id}>
            <strong>{labelOf(translator, path)}</strong>
            <p class="govuk-body" dir="auto">
              {note}
            </p>
            <p class="gate-quiet">
              {changed ? t('review.request-changed') : answer === null ? t('review.request-open') : t('review.request-answered')}{' '}
              {answer !== null && <bdi>{answer}</bdi>}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
};
