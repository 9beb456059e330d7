import { Details, SummaryList, UserText } from '../components/index.js';
import { useReader } from '../page/reader.js';
import { labelOf } from '../wizard/field-texts.js';
import { FieldValue } from './field-value.js';
import type { ReviewView } from './review-reading.js';
import { publishedInstead, saidFields, underReview } from './reviewed-listing.js';

/** What the listing says, field by field; where a change waits, beside what is published. */
export const ListingFields = ({ view: { listing, changes } }: { view: ReviewView }) => {
  const { t, format, translator } = useReader();
  const revision = underReview(listing);
  const before = publishedInstead(changes);
  const said = saidFields(revision, listing.kind);
  const gone = changes.filter(({ path, to }) => to === undefined && path !== 'texts').map(({ path }) => ({ path, value: undefined }));
  const { language } = revision;
  return (
    <section>
      <h2 class="govuk-heading-m">{t('review.says')}</h2>
      <p class="govuk-body">{t('review.written-in', { language: format.languageName(language) })}</p>
      {listing.pending && <p class="govuk-body">{t('review.beside')}</p>}
      <SummaryList
        class="gate-fields"
        rows={[...said, ...gone].map(({ path, value }) => ({
          key: labelOf(translator, path),
          value: before.has(path) ? (
            <Changed path={path} from={before.get(path)} to={value} language={language} />
          ) : (
            <FieldValue field={path} value={value} language={language} />
          ),
          ...(before.has(path) && { class: 'gate-fields__changed' }),
        }))}
      />
      {revision.texts.length > 0 && (
        <Details summary={t('review.translations')}>
          {revision.texts.map(({ language: tag, origin, title, teaser, description, details = {} }) => (
            <>
              <h3 class="govuk-heading-s">
                {format.languageName(tag)} · {t(`review.origin.${origin}`)}
              </h3>
              {[title, teaser, description, ...Object.values(details)].map(
                (text) =>
                  text && (
                    <p class="govuk-body gate-user-text">
                      <UserText language={tag}>{text}</UserText>
                    </p>
                  ),
              )}
            </>
          ))}
        </Details>
      )}
    </section>
  );
};

const Changed = ({ path, from, to, language }: { path: string; from: unknown; to: unknown; language: string }) => {
  const { t } = useReader();
  return (
    <dl class="gate-change">
      {[
        { label: t('review.published-one'), value: from },
        { label: t('review.waiting-one'), value: to },
      ].map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value === undefined ? t('review.nothing-said') : <FieldValue field={path} value={value} language={language} />}</dd>
        </div>
      ))}
    </dl>
  );
};
