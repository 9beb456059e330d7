import { UserText } from '../components/index.js';
import { useReader } from '../page/reader.js';
import type { ListingView } from './listing-view.js';

/** Files, with what they weigh on a slow line. */
export const Attachments = ({ view: { id, attachments = [] } }: { view: ListingView }) => {
  const { t, format } = useReader();
  if (attachments.length === 0) return null;
  return (
    <section class="gate-section">
      <h2 class="govuk-heading-m">{t('listing.files')}</h2>
      <ul class="govuk-list">
        {attachments.map(({ file, title, language, bytes, type }) => (
          <li key={file}>
            <a class="govuk-link" href={`/api/v1/listings/${id}/files/${file}`}>
              <UserText language={language}>{title}</UserText>
            </a>{' '}
            <span class="gate-quiet">
              {[
                type && <bdi dir="ltr">{type.split('/').pop()?.toUpperCase()}</bdi>,
                bytes !== undefined && format.bytes(bytes),
                language && format.languageName(language),
              ]
                .filter(Boolean)
                .map((fact, i) => (
                  <>
                    {i > 0 && ' · '}
                    {fact}
                  </>
                ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** Governments that stand behind it. */
export const Endorsements = ({ view: { endorsements = [] } }: { view: ListingView }) => {
  const { t, format } = useReader();
  const inForce = endorsements.filter(({ state = 'in-force' }) => state === 'in-force');
  if (inForce.length === 0) return null;
  return (
    <section class="gate-section">
      <h2 class="govuk-heading-m">{t('listing.endorsements')}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {inForce.map(({ institution, person, position, on, until }) => (
          <li key={`${institution} ${on}`}>
            <UserText>{institution}</UserText>
            {person && (
              <>
                {' · '}
                <UserText>{[person, position].filter(Boolean).join(', ')}</UserText>
              </>
            )}
            <br />
            <span class="gate-quiet">
              {until === null
                ? t('listing.endorsed-on', { day: format.date(on) })
                : t('listing.endorsed-until', { day: format.date(on), until: format.date(until) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};
