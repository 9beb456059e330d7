import type { Difference } from '../../modules/listings/index.js';
import { InsetText } from '../components/index.js';
import { useReader } from '../page/reader.js';
import { FieldValue } from './field-value.js';
import { labelOf } from '../wizard/field-texts.js';
import type { ReviewView } from './review-reading.js';
import { underReview } from './reviewed-listing.js';

/** What a reviewer had before her when she decided. */
export interface Seen {
  revision: number;
  state: string;
  /** What has become different since. */
  changes: readonly Difference[];
}

/** Told to whoever decided on something that has changed meanwhile: both versions, and what she wrote. */
export const SeenBefore = ({ view: { listing }, seen, note }: { view: ReviewView; seen: Seen; note: unknown }) => {
  const { t, translator } = useReader();
  const now = underReview(listing);
  const last = listing.reviews.at(-1);
  return (
    <InsetText>
      <h2 class="govuk-heading-m">{t('review.conflict')}</h2>
      <p class="govuk-body">{t('review.conflict-text')}</p>
      <div class="gate-columns">
        <div>
          <h3 class="govuk-heading-s">{t('review.conflict-seen')}</h3>
          <Version state={seen.state} revision={seen.revision} />
        </div>
        <div>
          <h3 class="govuk-heading-s">{t('review.conflict-now')}</h3>
          <Version state={listing.pending?.state ?? listing.state} revision={now.revision} />
          {last && <p class="govuk-body">{t(`review.decision.${last.decision}`)}</p>}
        </div>
      </div>
      {seen.changes.map(({ path, from, to }) => (
        <div key={path} class="gate-columns">
          <div>
            <h3 class="govuk-heading-s">{labelOf(translator, path)}</h3>
            <FieldValue field={path} value={from} language={now.language} />
          </div>
          <div>
            <h3 class="govuk-heading-s">{labelOf(translator, path)}</h3>
            <FieldValue field={path} value={to} language={now.language} />
          </div>
        </div>
      ))}
      {typeof note === 'string' && note !== '' && (
        <p class="govuk-body">
          {t('review.conflict-note')} <bdi>{note}</bdi>
        </p>
      )}
    </InsetText>
  );
};

const Version = ({ state, revision }: { state: string; revision: number }) => {
  const { t, translator, format } = useReader();
  const key = `review.state.${state}`;
  return (
    <p class="govuk-body">
      {t('review.version', { number: format.number(revision) })}
      <br />
      {translator.has(key) ? t(key) : state}
    </p>
  );
};
