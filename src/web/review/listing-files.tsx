import { useReader } from '../page/reader.js';
import { type ReviewedListing, underReview } from './reviewed-listing.js';

/** Files of the listing with their sizes, and who may open each. */
export const ListingFiles = ({ listing }: { listing: ReviewedListing }) => {
  const { t, format } = useReader();
  const { attachments = [] } = underReview(listing);
  if (attachments.length === 0) return null;
  return (
    <section>
      <h2 class="govuk-heading-m">{t('review.files')}</h2>
      <ul class="govuk-list">
        {attachments.map(({ file, title, name, bytes, level }) => (
          <li key={file}>
            <a class="govuk-link" href={`/api/v1/listings/${listing.id}/files/${file}`} dir="auto">
              {title}
            </a>{' '}
            <span class="gate-quiet">
              {name && <bdi>{name}</bdi>} {bytes !== undefined && format.bytes(bytes)} · {t(`review.file-level.${level}`)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};
